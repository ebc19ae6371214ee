/** Every word of the reports, in the original. A placeholder is `{name}`, or `{name:format}` for a number or a date. */
export const vi = {
  "nav.skip": "Đến nội dung chính",
  "nav.files": "Các phần của báo cáo",
  "nav.downloads": "Tải về",
  "nav.drafts": "Bản nháp văn bản ({n:count})",
  "glance.title": "Cần biết trước hết",
  "glance.table": "Tóm tắt: {chapter}",
  "glance.question": "Câu hỏi",
  "glance.answer": "Trả lời",
  "nav.language": "Tiếng Việt",
  "download.data": "Dữ liệu mở (CSV, từ điển cột)",
  "download.docx": "Báo cáo để sửa (DOCX)",
  "download.pdf": "Báo cáo để in (PDF)",
  "nav.contents": "Trong báo cáo này",
  "page.note": "Đọc thế nào cho đúng.",
  "page.scroll": "Vuốt ngang để xem hết »",

  "provenance.mark": "dữ liệu minh họa – invented respondents",
  "provenance.warning":
    "Người trả lời trong phần khảo sát là do máy tính tạo ra để giới thiệu hệ thống. Không con số nào trong đó nói lên điều gì về địa phương mang tên; không trích dẫn, không dùng để đánh giá.",
  "provenance.fictional_warning":
    "Đơn vị này không có thật. Tên, bảng chấm điểm và câu trả lời khảo sát đều do máy tính tạo ra để giới thiệu hệ thống, theo bộ tiêu chí minh họa. Không con số nào nói về một cơ quan có thật.",
  "provenance.short": "dữ liệu minh họa",
  "provenance.illustrative": "dữ liệu minh họa – invented respondents",
  "provenance.published": "số liệu đã công bố",
  "provenance.derived": "suy ra từ số liệu đã công bố",
  "provenance.published_and_derived": "số liệu đã công bố và số suy ra từ đó",

  "mark.c":
    "không công bố: số này, tự nó hay cùng số khác, kể cả của kỳ công bố trước, cho biết câu trả lời của quá ít người",
  "mark.x": "không có số liệu",
  "mark.z": "không áp dụng",

  "footer.release": "Kỳ công bố",
  "footer.comparison": "So sánh",
  "footer.date": "Ngày",
  "footer.snapshot": "Ảnh chụp dữ liệu",
  "footer.method": "Phương pháp",
  "footer.code": "Phiên bản chương trình",
  "monitor.label": "Theo dõi tham gia, tính đến hết ngày {date:date}",
  "footer.as_of": "Theo dõi đến hết ngày",

  "download.xlsx": "Bảng số liệu (XLSX)",
  "workbook.cover": "Bìa",
  "workbook.contents": "Mục lục",
  "workbook.notes": "Ghi chú",
  "workbook.source": "Nguồn số liệu: {source}",
  "workbook.minus": "{column}: xuống cận dưới",
  "workbook.plus": "{column}: lên cận trên",
  "workbook.low": "{column}: từ",
  "workbook.high": "{column}: đến",
  "workbook.fact": "Mục",
  "workbook.value": "Giá trị",
  "workbook.sheet": "Trang",
  "workbook.table": "Bảng",
  "workbook.question": "Câu hỏi",
  "workbook.note": "Nội dung",

  "release.title": "Chỉ số hài lòng SIPAS và cải cách hành chính PAR INDEX",
  "release.label": "Kỳ công bố {release}, ngày {date:date}",
  "release.national": "Báo cáo toàn quốc",
  "release.provinces": "Báo cáo của từng tỉnh, thành phố",
  "release.ministries": "Báo cáo của từng bộ, cơ quan ngang bộ",
  "release.fictional": "Đơn vị không có thật, để minh họa bảng chấm điểm",

  "bundle.illustrative_part":
    "Kết quả của phần này từ người trả lời do máy tạo ra, nên chỉ nêu trong tệp mang tên minh-hoa.",
  "bundle.overview": "Kết quả chính",
  "bundle.national": "Báo cáo toàn quốc",
  "bundle.national_title": "Kết quả toàn quốc",
  "bundle.fictional": "Đơn vị không có thật, để minh họa",
  "bundle.province": "Báo cáo của tỉnh, thành phố",
  "bundle.ministry": "Báo cáo của bộ, cơ quan ngang bộ",

  "chapter.sipas": "Chỉ số hài lòng SIPAS",
  "chapter.par_ministry": "PAR INDEX các bộ",
  "chapter.par_scorecard": "Bảng chấm điểm PAR INDEX",
  "chapter.par_history": "PAR INDEX qua các năm",
  "chapter.method": "Phương pháp",

  "column.rank": "Hạng",
  "column.unit": "Đơn vị",
  "column.province": "Tỉnh, thành phố",
  "column.ministry": "Bộ, cơ quan ngang bộ",
  "column.region": "Vùng",
  "column.satisfied": "Hài lòng (%)",
  "column.interval": "Khoảng tin cậy 95%",
  "column.df": "Bậc tự do",
  "column.responses": "Số phiếu",

  "column.domain": "Nơi",
  "column.part": "Phần",
  "column.criterion": "Nội dung",
  "column.item": "Câu hỏi",
  "column.option": "Trả lời",
  "column.nation": "Cả nước",
  "column.region_value": "Vùng",
  "column.own": "Tỉnh",
  "column.difference": "Chênh lệch",
  "column.step": "Bước",
  "column.count": "Số phiếu",
  "column.share": "Tỷ lệ (%)",
  "column.weighted": "Sau khi tính trọng số (%)",
  "column.rule_status": "Căn cứ",
  "column.year": "Năm",
  "table.on_paper": "{caption} ({rows:count} dòng đầu trong {n:count}; đủ ở trang và bảng số liệu XLSX)",
  "table.totals_on_paper": "{caption} (chỉ các dòng tổng; đủ {n:count} dòng ở trang và bảng số liệu XLSX)",
  "table.off_paper": "{caption}: {n:count} dòng, đủ ở trang và bảng số liệu XLSX.",
  "print.elsewhere": "Không in ở đây, đủ ở trang và bảng số liệu XLSX: {titles}",
  "column.framework": "Bộ tiêu chí",
  "column.group": "Nhóm",
  "column.source": "Nguồn",
  "column.rule": "Quy tắc",
  "column.value": "Giá trị",
  "column.why": "Vì sao",
  "column.points": "Điểm",
  "column.max": "Điểm tối đa",
  "column.appraised": "Điểm thẩm định",
  "column.survey": "Điểm điều tra xã hội học",
  "column.unit_type": "Loại đơn vị",
  "column.total": "Tổng điểm",

  "status.confirmed": "đã có nguồn xác nhận",
  "status.inferred": "suy ra từ số đã công bố",
  "status.assumed": "giả định của chúng tôi",

  "recipe.plain": "mỗi phiếu tính như nhau",
  "recipe.design": "tính trọng số theo thiết kế mẫu",

  "chart.interval": "Điểm là kết quả, vạch là khoảng tin cậy 95%. Vạch đứt: mức cả nước.",
  "chart.interval_only": "Điểm là kết quả, vạch là khoảng tin cậy 95%.",

  "sipas_ranking.title": "Người dân tỉnh nào hài lòng hơn, và chắc chắn đến đâu?",
  "sipas_ranking.note":
    "Mỗi kết quả có sai số chọn mẫu. Hai tỉnh có khoảng tin cậy chồng lên nhau thì chưa thể nói tỉnh nào hơn, dù thứ hạng khác nhau. Không cách tính nào ở đây là cách tính chính thức.",
  "sipas_ranking.top":
    "{first} có tỷ lệ hài lòng cao nhất, {first_value:percent}; {last} thấp nhất, {last_value:percent}.",
  "sipas_ranking.overlap":
    "Khoảng tin cậy của tỉnh dẫn đầu chồng lên khoảng của {n:count} tỉnh khác: với từng ấy tỉnh, vị trí đứng đầu chưa chắc chắn.",
  "sipas_ranking.chart": "Tỷ lệ người dân hài lòng của {n:count} tỉnh, thành phố",
  "sipas_ranking.chart_subtitle":
    "Điểm là kết quả, vạch là khoảng tin cậy 95%. Cách tính: {recipe}. Xếp theo số chưa làm tròn.",
  "sipas_ranking.chart_description":
    "Biểu đồ xếp hạng {n:count} tỉnh theo tỷ lệ hài lòng, từ {first} ({first_value:percent}) đến {last} ({last_value:percent}), mỗi tỉnh một điểm và một vạch khoảng tin cậy 95%.",
  "sipas_ranking.map": "Tỷ lệ hài lòng của {n:count} tỉnh, thành phố, mỗi tỉnh một ô",
  "sipas_ranking.map_subtitle":
    "Mỗi tỉnh một ô bằng nhau, gần đúng vị trí; không phải bản đồ địa giới. Sắc đậm là cao hơn, không phải là khác biệt đã chắc chắn. Hoàng Sa thuộc ô Đà Nẵng, Trường Sa thuộc ô Khánh Hòa.",
  "sipas_ranking.map_description":
    "Sơ đồ ô của {n:count} tỉnh theo tỷ lệ hài lòng: cao nhất {first} ({first_value:percent}), thấp nhất {last} ({last_value:percent}). Số liệu của mọi ô có trong bảng.",
  "sipas_ranking.ends": "Năm tỉnh đứng đầu và năm tỉnh đứng cuối",
  "sipas_ranking.table": "Kết quả của tất cả các tỉnh, cách tính: {recipe}",
  "sipas_ranking.tied": "bằng nhau khi làm tròn, khác nhau khi tính đủ",
  "sipas_ranking.axis": "Tỷ lệ hài lòng (%)",

  "province_place.title": "Tỉnh đứng ở đâu trong cả nước?",
  "province_place.note":
    "Thứ hạng là của kết quả trên mẫu. Khoảng tin cậy cho biết kết quả thật có thể nằm ở đâu; thứ hạng cũng dao động theo. Hai cách tính trọng số cho hai kết quả, không cách nào là cách chính thức.",
  "province_place.sentence":
    "{value:percent} người dân hài lòng (khoảng tin cậy 95%: {low:number} – {high:number}), xếp thứ {rank:count} trong {n:count} tỉnh, thành phố.",
  "province_place.alike":
    "Thứ hạng này chưa chắc chắn: so đồng thời mọi cặp tỉnh, mẫu chưa phân biệt được tỉnh với {n:count} trong {of:count} tỉnh, thành phố khác.",
  "province_place.apart":
    "So đồng thời mọi cặp tỉnh, mẫu phân biệt được tỉnh với cả {of:count} tỉnh, thành phố khác.",
  "province_place.suppressed": "Kết quả của tỉnh không công bố vì có quá ít phiếu hợp lệ.",
  "province_place.missing": "Không ước lượng được kết quả của tỉnh từ số phiếu thu được.",
  "province_place.table": "Kết quả của tỉnh theo từng cách tính trọng số",
  "province_place.recipe": "Cách tính",
  "province_place.of": "Trong số",

  "among_all.title": "Tỉnh ở đoạn nào trong số tất cả các tỉnh?",
  "among_all.note":
    "Mỗi chấm là một tỉnh, chỉ nêu tên tỉnh mình. Khoảng tin cậy dài hơn khoảng cách giữa các tỉnh thì thứ hạng nói ít hơn con số. Bảng xếp hạng đầy đủ có trong báo cáo toàn quốc.",
  "among_all.sentence":
    "Khoảng tin cậy của {unit} trải qua những đoạn thang đo có {within:count} trong {n:count} tỉnh, thành phố.",
  "among_all.chart": "{unit} trong số {n:count} tỉnh, thành phố",
  "among_all.subtitle":
    "Mỗi chấm tròn là một tỉnh, xếp theo từng điểm phần trăm. Hình thoi: {unit}; vạch dưới là khoảng tin cậy 95% của tỉnh.",
  "among_all.subtitle_without":
    "Mỗi chấm tròn là một tỉnh, xếp theo từng điểm phần trăm. {unit} không có kết quả công bố.",
  "among_all.description":
    "Biểu đồ chấm của {n:count} tỉnh từ {from:count}% đến {to:count}%, đánh dấu {unit}. Bảng bên dưới ghi số tỉnh của từng đoạn.",
  "among_all.stretch": "{from:count} đến dưới {to:count}%",
  "among_all.provinces": "{n:count} tỉnh",
  "among_all.table": "Số tỉnh trong từng đoạn của thang đo",
  "among_all.units": "Số tỉnh",
  "among_all.own": "Tỉnh mình",

  "shade.below": "dưới {high}%",
  "shade.between": "{low} đến dưới {high}%",
  "shade.from": "từ {low}%",
  "shade.none": "không có số liệu [c], [x]",
  "shade.title": "Tỷ lệ hài lòng",

  "levels.title": "Người dân hài lòng ở mức nào, về từng nội dung?",
  "levels.note":
    "Gộp mọi câu trả lời của các câu hỏi trong một nội dung, có trọng số theo cách tính được trình bày. Đây là mô tả, từng mức không có khoảng tin cậy riêng; khoảng tin cậy của tỷ lệ hài lòng có ở bảng các câu hỏi. Tổng hai mức hài lòng có thể lệch chút ít so với chỉ số của nội dung, vì chỉ số tính trung bình các câu.",
  "levels.sentence":
    "Nhiều câu trả lời không hài lòng nhất là về {factor}: {worse:percent1} không hài lòng hoặc rất không hài lòng, {better:percent1} hài lòng hoặc rất hài lòng.",
  "levels.chart": "Các mức hài lòng theo từng nội dung: {domain}",
  "levels.subtitle":
    "Bên trái vạch giữa là không hài lòng, bên phải là hài lòng; mức bình thường chia đôi hai bên. Phần nhỏ không ghi số, xem bảng.",
  "levels.description":
    "Biểu đồ thanh hai phía cho {n:count} nội dung ({domains}): tỷ lệ câu trả lời theo năm mức, từ rất không hài lòng đến rất hài lòng.",
  "levels.axis": "Tỷ lệ câu trả lời (%)",
  "levels.table": "Câu trả lời theo mức hài lòng: {domain}",
  "levels.answers": "Số câu trả lời",

  "suppressed.title": "Số nào không công bố [c], và vì sao?",
  "suppressed.note":
    "Không công bố vì quá ít người trả lời, vì một vài người giữ phần lớn quyền số, vì chỉ khác kỳ công bố trước một vài người, hoặc vì từ số đó có thể trừ ra một số như vậy. Ngưỡng và quy tắc ghi ở phần Phương pháp và là giả định. Số không công bố luôn ghi [c], không bao giờ ghi 0 hay để trống.",
  "suppressed.sentence":
    "{n:count} số không công bố: {few?không số nào|1 số|# số} vì quá ít câu trả lời, {protects?không số nào|1 số|# số} để không ai trừ ra được các số đó.",
  "suppressed.dominate":
    "Ở {n:count} số, một vài người giữ phần lớn quyền số: tỷ lệ công bố sẽ cho biết họ đã trả lời thế nào.",
  "suppressed.differ":
    "Trong đó {n:count} số chỉ khác kỳ công bố trước của cùng năm một vài người: lấy hiệu hai số thì biết những người mới thêm hoặc bị loại đã trả lời thế nào.",
  "suppressed.table": "Số không công bố theo bảng và lý do",
  "suppressed.own_table": "Từng số không công bố: {domain}",
  "suppressed.where": "Ở bảng",
  "suppressed.why": "Vì",
  "suppressed.figures": "Số lượng",
  "suppressed.domains": "Ở số tỉnh, vùng",
  "suppressed.satisfaction": "mức hài lòng",
  "suppressed.perceptions": "câu hỏi khác",
  "suppressed.respondents": "ai đã trả lời",
  "suppressed.too_few": "quá ít câu trả lời",
  "suppressed.dominated": "một vài người giữ phần lớn quyền số",
  "suppressed.protects": "để không trừ ra được số khác",
  "suppressed.differs": "chỉ khác kỳ công bố trước một vài người",

  "sipas_heat.title": "Tỉnh nào mạnh, yếu ở nội dung nào?",
  "sipas_heat.note":
    "Sắc đậm nhạt giúp nhìn nhanh, không nói lên khác biệt có chắc chắn hay không. Khoảng tin cậy của từng số có trong báo cáo của tỉnh và trong dữ liệu mở (bảng sipas_nodes).",
  "sipas_heat.chart": "Tỷ lệ hài lòng của từng tỉnh theo từng nội dung (%)",
  "sipas_heat.subtitle": "Cả nước ở dòng đầu; các tỉnh xếp theo chỉ số chung. Ô càng đậm tỷ lệ càng cao.",
  "sipas_heat.description":
    "Bảng màu {n:count} dòng (cả nước và các tỉnh) và {m:count} cột nội dung; số ghi trong từng ô. Bảng số liệu ở bên dưới.",
  "sipas_heat.table": "Từng tỉnh theo từng nội dung (%)",

  "sipas_trend.title": "Qua các năm, mức hài lòng đi lên hay đi xuống?",
  "sipas_trend.note":
    "Chỉ nối những năm so sánh được với năm nay; năm khác phương pháp hay khác mẫu phiếu đứng riêng. Hai khoảng tin cậy chồng lên nhau vẫn có thể là thay đổi thật, và ngược lại: phép thử thay đổi có ở mục so với lần khảo sát trước.",
  "sipas_trend.chart": "Tỷ lệ người dân hài lòng qua các năm: {domain}",
  "sipas_trend.subtitle":
    "Dải màu và vạch là khoảng tin cậy 95%. Vạch đứng đứt: từ đây không so sánh được với phía bên kia.",
  "sipas_trend.description":
    "Biểu đồ đường của {domain} từ năm {first} ({first_value:percent}) đến năm {last} ({last_value:percent}), với khoảng tin cậy 95% và chỗ ngắt giữa các năm không so sánh được.",
  "sipas_trend.comparable": "so sánh được với năm nay",
  "sipas_trend.apart": "đứng riêng",
  "sipas_trend.table": "Từng năm: {domain}",
  "sipas_trend.versus": "So với năm nay",
  "sipas_trend.yes": "so sánh được",
  "sipas_trend.no": "không so sánh",

  "sipas_regions.title": "Vùng nào cao hơn, vùng nào thấp hơn mức cả nước?",
  "sipas_regions.note":
    "Kết quả của vùng gộp các tỉnh trong vùng; trong một vùng các tỉnh có thể khác nhau nhiều. Vùng có khoảng tin cậy chứa mức cả nước thì chưa thể nói là khác mức cả nước.",
  "sipas_regions.nation":
    "Cả nước: {value:percent} người dân hài lòng (khoảng tin cậy 95%: {low:number} – {high:number}).",
  "sipas_regions.ends":
    "Trong các vùng, {first} cao nhất ({first_value:percent}), {last} thấp nhất ({last_value:percent}).",
  "sipas_regions.chart": "Tỷ lệ người dân hài lòng của cả nước và các vùng",
  "sipas_regions.description":
    "Biểu đồ điểm có khoảng tin cậy 95%: mỗi dòng là cả nước hoặc một vùng, {n:count} dòng.",
  "sipas_regions.table": "Cả nước và các vùng",

  "sipas_factors.title": "Cả nước hài lòng về mặt nào, chưa hài lòng về mặt nào?",
  "sipas_factors.note":
    "Cách gộp câu hỏi thành nhóm, nhóm thành hai phần và thành chỉ số chung là quy tắc suy ra hoặc giả định, ghi ở phần Phương pháp; quy tắc khác cho con số khác.",
  "sipas_factors.sentence":
    "Trong các nhóm, {first} được hài lòng nhiều nhất ({first_value:percent}), {last} ít nhất ({last_value:percent}).",
  "sipas_factors.chart": "Chỉ số chung, hai phần và các nhóm nội dung, cả nước",
  "sipas_factors.description":
    "Biểu đồ điểm có khoảng tin cậy 95% cho chỉ số chung, hai phần và các nhóm nội dung: {n:count} dòng.",
  "sipas_factors.table": "Chỉ số chung, hai phần và các nhóm nội dung",

  "sipas_items.title": "Điểm nào mạnh nhất, điểm nào yếu nhất?",
  "sipas_items.note":
    "Thứ tự giữa các câu hỏi gần nhau có thể đổi nếu hỏi một mẫu khác: hãy nhìn khoảng tin cậy trước khi kết luận. Khoảng tin cậy của một tỉnh rộng vì mỗi tỉnh chỉ có ít địa bàn được chọn.",
  "sipas_items.strongest": "Mạnh nhất: {first} ({first_value:percent}).",
  "sipas_items.weakest": "Yếu nhất: {last} ({last_value:percent}).",
  "sipas_items.above":
    "{n?Không câu hỏi nào|1 câu hỏi|# câu hỏi} có khoảng tin cậy nằm hẳn trên mức cả nước, {m?không câu nào|1 câu|# câu} nằm hẳn dưới.",
  "sipas_items.chart": "Tỷ lệ hài lòng theo từng câu hỏi, {domain}",
  "sipas_items.description":
    "Biểu đồ điểm có khoảng tin cậy 95% cho {n:count} câu hỏi, từ mạnh nhất đến yếu nhất.",
  "sipas_items.table": "Từng câu hỏi, từ mạnh nhất đến yếu nhất, {domain}",
  "sipas_items.versus": "So với cả nước",

  "province_factors.title": "So với vùng và cả nước, tỉnh hơn kém ở mặt nào?",
  "province_factors.note":
    "So sánh khoảng tin cậy, không chỉ so hai con số. Khoảng của tỉnh rộng hơn của vùng và cả nước vì mẫu của tỉnh nhỏ hơn.",
  "province_factors.chart": "{unit} bên cạnh vùng và cả nước",
  "province_factors.description":
    "Biểu đồ so sánh {unit} với vùng và cả nước theo chỉ số chung, hai phần và các nhóm nội dung, mỗi nơi một điểm và khoảng tin cậy 95%.",
  "province_factors.table": "Chỉ số chung, hai phần và các nhóm nội dung (%)",
  "province_factors.sentence":
    "{unit}: {own:percent}; vùng {region}: {region_value:percent}; cả nước: {nation:percent}.",

  "strengths.title": "Tỉnh mạnh, yếu ở đâu so với phần còn lại của cả nước?",
  "strengths.note":
    "Mỗi câu được so với mọi câu trả lời của các tỉnh khác gộp lại. Khác biệt được coi là đã xác lập khi q < 0,05: trong các câu được nêu như vậy, trung bình không quá 5% là do may rủi của mẫu. Câu chưa xác lập không có nghĩa là bằng cả nước: mẫu của tỉnh chưa đủ để nói. Với 2–5 bậc tự do, chỉ khác biệt lớn mới xác lập được.",
  "strengths.count":
    "So với phần còn lại của cả nước, trong {n} câu hỏi {up?không câu nào|1 câu|# câu} cao hơn và {down?không câu nào|1 câu|# câu} thấp hơn ở mức đã xác lập.",
  "strengths.chart": "Chênh lệch so với phần còn lại của cả nước, từng câu hỏi",
  "strengths.subtitle":
    "Điểm là chênh lệch, vạch là khoảng tin cậy 95%. Vạch đứt: bằng phần còn lại. • đã xác lập (q < 0,05).",
  "strengths.description":
    "Biểu đồ điểm và khoảng tin cậy: chênh lệch của {n} câu hỏi so với phần còn lại của cả nước, từ cao nhất đến thấp nhất. Số liệu ở các bảng dưới đây.",
  "strengths.strengths": "Điểm mạnh đã xác lập",
  "strengths.weaknesses": "Điểm yếu đã xác lập, kém nhất trước",
  "strengths.gaps": "Khoảng cách lớn nhất, chưa được xác lập: việc có thể làm trước",
  "strengths.own": "Tỉnh (%)",
  "strengths.rest": "Phần còn lại (%)",
  "strengths.difference": "Chênh lệch",
  "strengths.named": "{name} ({difference:signed} điểm %)",
  "strengths.first_up": "Mạnh nhất: {names}.",
  "strengths.first_down": "Yếu nhất: {names}.",
  "strengths.first_gap": "Chưa xác lập được điểm yếu nào; khoảng cách lớn nhất, nên xem trước: {names}.",
  "strengths.q": "q",
  "sipas_changes.title": "So với lần khảo sát trước, mức hài lòng tăng hay giảm?",
  "sipas_changes.note":
    "Thay đổi bằng năm này trừ năm trước, tính bằng điểm phần trăm. Khoảng tin cậy đã tính đến việc hai năm khảo sát cùng một số huyện: những huyện này làm cho hai kết quả đi cùng nhau. Khoảng tin cậy chứa số 0 thì chưa kết luận được là tăng hay giảm. Xem nhiều tỉnh một lúc thì vài tỉnh vượt ngưỡng chỉ do ngẫu nhiên; phép thử chung cho mọi tỉnh đã tính đến điều đó.",
  "sipas_changes.nation":
    "{domain}: từ năm {earlier} đến năm {later}, chỉ số hài lòng thay đổi {change:signed} điểm phần trăm, khoảng tin cậy 95% từ {low:signed} đến {high:signed}.",
  "sipas_changes.nation_unclear":
    "{domain}: từ năm {earlier} đến năm {later}, chỉ số hài lòng thay đổi {change:signed} điểm phần trăm, nhưng khoảng tin cậy 95% từ {low:signed} đến {high:signed} chứa số 0: chưa thể nói là tăng hay giảm.",
  "sipas_changes.shared":
    "{shared:count} trong {n:count} đơn vị mẫu cấp một của năm {later} cũng đã được khảo sát năm {earlier}.",
  "sipas_changes.provinces":
    "Trong {of:count} tỉnh so sánh được với năm {earlier}, {up?không tỉnh nào|1 tỉnh|# tỉnh} tăng và {down?không tỉnh nào|1 tỉnh|# tỉnh} giảm với khoảng tin cậy không chứa số 0; xét chung mọi tỉnh thì {held?không còn tỉnh nào|còn 1 tỉnh|còn # tỉnh}.",
  "sipas_changes.not_comparable": "Không so sánh với năm {earlier}: {reason}",
  "sipas_changes.undeclared":
    "Không so sánh với năm {earlier}: không có căn cứ nào nói rằng hai năm so sánh được với nhau.",
  "sipas_changes.chart": "Thay đổi của chỉ số hài lòng so với năm {earlier}, các tỉnh",
  "sipas_changes.chart_nodes": "Thay đổi của từng nội dung so với năm {earlier}: {domain}",
  "sipas_changes.subtitle": "Điểm là thay đổi, vạch là khoảng tin cậy 95%. Vạch đứt: không thay đổi.",
  "sipas_changes.description":
    "Biểu đồ điểm và khoảng tin cậy 95% của {n:count} thay đổi so với năm {earlier}.",
  "sipas_changes.slope": "{domain}: từng nội dung, năm {earlier} và năm {later}",
  "sipas_changes.slope_subtitle":
    "Đường liền: khoảng tin cậy của thay đổi không chứa số 0; đường đứt: chưa kết luận được. Trong ngoặc là thay đổi.",
  "sipas_changes.slope_description":
    "Biểu đồ dốc của {n:count} nội dung của {domain}, từ năm {earlier} đến năm {later}; {clear:count} thay đổi có khoảng tin cậy không chứa số 0.",
  "sipas_changes.years": "Hai năm",
  "sipas_changes.table_none": "Thay đổi so với năm {earlier}: không so sánh",
  "sipas_changes.axis": "Điểm phần trăm",
  "sipas_changes.table": "Thay đổi so với năm {earlier}, các tỉnh",
  "sipas_changes.table_nodes": "Thay đổi của từng nội dung so với năm {earlier}: {domain}",
  "sipas_changes.year": "Năm {year} (%)",
  "sipas_changes.change": "Thay đổi",
  "sipas_changes.shared_units": "Đơn vị mẫu chung",

  "recipe_comparison.title": "Đổi cách tính trọng số thì thứ hạng có đổi không?",
  "recipe_comparison.note":
    "Cả hai cách đều tính trên cùng những câu trả lời. Không cách nào là cách chính thức; nguồn công bố không nói cách nào được dùng. Thứ hạng đổi theo cách tính thì không nên đọc quá chặt.",
  "recipe_comparison.sentence":
    "{n:count} trong {of:count} tỉnh đổi thứ hạng khi đổi cách tính; thay đổi lớn nhất là {most:count} bậc ({unit}).",
  "recipe_comparison.same": "Không tỉnh nào trong {of:count} tỉnh đổi thứ hạng khi đổi cách tính.",
  "recipe_comparison.table": "Các tỉnh đổi thứ hạng, thay đổi lớn nhất trước",
  "recipe_comparison.plain": "Mỗi phiếu như nhau (%)",
  "recipe_comparison.design": "Theo thiết kế mẫu (%)",
  "recipe_comparison.plain_rank": "Hạng, mỗi phiếu như nhau",
  "recipe_comparison.design_rank": "Hạng, theo thiết kế mẫu",
  "recipe_comparison.rank_difference": "Đổi hạng",

  "diff.title": "Bản thử {after} so với {before}, năm {round}",
  "diff.official": "bản tính hiện hành",
  "diff.range": "{low:signed} đến {high:signed}",
  "diff.subtitle": "Không phải số công bố: chỉ để xem trước khi đổi cách làm",
  "diff.summary.title": "Cách làm mới đổi những gì?",
  "diff.summary.note":
    "Hai kết quả tính trên cùng một mẫu, nên sai số của hiệu nhỏ hơn nhiều so với sai số của từng số. Một hiệu có khoảng tin cậy 95% không chứa 0 là đổi thật do cách làm, không phải do chọn mẫu. Bản thử không bao giờ được công bố; muốn dùng thì sửa tệp của chính năm đó.",
  "diff.summary.values":
    "{n:count} trong {of:count} giá trị khác đi, {beyond?không giá trị nào|1 giá trị|# giá trị} vượt quá sai số (95%).",
  "diff.summary.ranks": "{n?Không tỉnh nào|1|#} trong {of:count} tỉnh đổi thứ hạng.",
  "diff.summary.people":
    "Phiếu được tính: trước {old:count}, sau {new:count} (bớt {left:count}, thêm {joined:count}; {reweighted:count} phiếu đổi quyền số, {answered:count} phiếu đổi câu trả lời).",
  "diff.summary.cause": "Nguyên nhân: {causes}.",
  "diff.summary.hash": "Mã băm của bản so sánh này: {hash}",
  "diff.cause.data": "dữ liệu",
  "diff.cause.recipe": "cách làm",
  "diff.cause.code": "mã chương trình",
  "diff.cause.none": "không có khác biệt",
  "diff.cause.unknown": "không rõ (bản dựng cũ không ghi)",
  "diff.ranks.title": "Tỉnh nào đổi thứ hạng?",
  "diff.ranks.chart": "Thứ hạng trước và sau",
  "diff.ranks.description":
    "Biểu đồ đường nối thứ hạng trước và sau của {n:count} tỉnh; tỉnh đổi hạng tô đậm.",
  "diff.ranks.table": "Chỉ số và thứ hạng từng tỉnh",
  "diff.nodes.title": "Giá trị nào đổi vượt quá sai số?",
  "diff.nodes.table": "Các hiệu có khoảng tin cậy 95% không chứa 0",
  "diff.nodes.none": "Không hiệu nào vượt quá sai số.",
  "diff.old": "Trước (%)",
  "diff.new": "Sau (%)",
  "diff.interval": "Khoảng tin cậy 95% của hiệu",
  "diff.old_rank": "Hạng trước",
  "diff.new_rank": "Hạng sau",
  "diff.left": "Bớt",
  "diff.joined": "Thêm",

  "analysis.column.restricted_key": "Khóa giả danh của dòng; không có trong kho nào",
  "analysis.column.round_code": "Năm chỉ số",
  "analysis.column.provenance": "Nguồn gốc: illustrative là người trả lời minh họa",
  "analysis.column.unit_code": "Tỉnh, thành phố",
  "analysis.column.stratum_id": "Tầng của giai đoạn chọn thứ nhất",
  "analysis.column.stage_id": "Đơn vị mẫu giai đoạn {stage:count} ({code}), đánh số trong đơn vị cấp trên",
  "analysis.column.stage_sampled":
    "Số đơn vị {code} được chọn trong đơn vị cấp trên; ở giai đoạn người: số phiếu hợp lệ",
  "analysis.column.stage_population":
    "Số đơn vị {code} trong tổng thể của đơn vị cấp trên (hiệu chỉnh tổng thể hữu hạn)",
  "analysis.column.base_weight": "Quyền số cơ sở: nghịch đảo xác suất được chọn",
  "analysis.column.weight": "Quyền số theo cách {recipe}",
  "analysis.column.calibration_method": "Cách hiệu chuẩn quyền số",
  "analysis.column.calibration_group": "Các đơn vị được hiệu chuẩn cùng nhau; trống là không có tổng biên",
  "analysis.column.calibrated_levels":
    "Mức của các biên dùng khi hiệu chuẩn, cách nhau bằng |, mức gộp viết 1+2; - là không trả lời",
  "analysis.column.calibration_cell": "Ô hiệu chuẩn",
  "analysis.column.calibration_factor": "Hệ số hiệu chuẩn của ô",
  "analysis.column.top":
    "Hài lòng (mức {from:count} trở lên) ở câu {item}: 1 có, 0 không, trống là không tính",
  "analysis.column.node_code": "Yếu tố, phần hoặc chỉ số chung",
  "analysis.column.node_level": "Cấp của nút",
  "analysis.column.term": "Số thứ tự tỷ số trong công thức",
  "analysis.column.coefficient": "Hệ số của tỷ số",
  "analysis.column.item_code": "Câu hỏi được gộp trong tỷ số",
  "analysis.column.recipe_code": "Cách tính quyền số",
  "analysis.column.rep_0001":
    "Thừa số của từng mẫu lặp (rep_0001, rep_0002, …), nhân với quyền số trước hiệu chuẩn",
  "analysis.column.share": "Tỷ lệ hài lòng, từ 0 đến 1",
  "analysis.column.share_se": "Sai số chuẩn bằng tuyến tính hóa",
  "analysis.column.share_df": "Bậc tự do",
  "analysis.column.share_low": "Cận dưới 95%",
  "analysis.column.share_high": "Cận trên 95%",
  "analysis.column.share_n": "Số phiếu",
  "analysis.column.share_status": "ok, hoặc lý do không có giá trị",
  "analysis.column.replicate_share_se": "Sai số chuẩn theo các mẫu lặp được xuất",
  "analysis.readme.title": "Dữ liệu vi mô hạn chế, SIPAS {round}",
  "analysis.readme.illustrative": "**Dữ liệu minh họa: người trả lời là do máy tạo ra.**",
  "analysis.readme.restricted":
    "**HẠN CHẾ. Không bao giờ là một phần của kỳ công bố.** Mỗi dòng là một người, dưới khóa giả danh; dữ liệu giả danh vẫn là dữ liệu cá nhân. Không có câu trả lời mở, mã mời, điều tra viên hay giờ giấc.",
  "analysis.readme.holder":
    "Ai được giữ: người làm thống kê được cơ quan giữ kho khảo sát giao nhiệm vụ bằng văn bản, trên máy chỉ người đó đọc được. Không tìm thấy quy định chính thức cho loại tệp này; đây là giả định của chúng tôi cho đến khi cơ quan có quy định.",
  "analysis.readme.retention":
    "Thời hạn: xóa khi xong việc phân tích, muộn nhất là khi xóa bản chụp dữ liệu {snapshot}. Không ghép với nguồn khác để tìm ra người trả lời.",
  "analysis.readme.contents":
    "{n:count} phiếu hợp lệ của bản dựng {build}; {replicates:count} mẫu lặp; phiên bản mã {code}. Cột nào nghĩa gì: codebook.md.",
  "analysis.readme.scripts":
    "`Rscript reproduce.R` (R, gói survey) và `do reproduce.do` (Stata) tính lại bảng các đơn vị trong expected.csv từ các phiếu và so từng số. Tập lệnh R được chạy khi kiểm thử; tập lệnh Stata chưa được chạy lần nào.",
  "analysis.readme.alone_unit":
    "Trong tỉnh, {n:count} trong {of:count} người không có ai khác trả lời về bản thân giống mình.",
  "analysis.readme.alone":
    "Trong cùng {level}, {n:count} trong {of:count} người không có ai khác trả lời về bản thân giống mình.",
  "analysis.readme.small_unit": "Đơn vị {unit} có ít phiếu hơn mức được công bố.",
  "analysis.readme.small": "Ô nhỏ",

  "item_quality.title": "Các câu hỏi của một yếu tố có cùng đo một điều không?",
  "item_quality.note":
    "Để kiểm tra mẫu phiếu, không phải để tính điểm: không trọng số nào lấy từ đây. Alpha cao chưa có nghĩa là chỉ đo một điều; hãy xem tỷ lệ của hai thành phần đầu. Chỉ tính người trả lời đủ các câu của yếu tố. Sai số của alpha tính qua 100 mẫu lặp, mỗi lần hiệu chuẩn lại. Mức 1–5 được coi là số.",
  "item_quality.sentence":
    "Với {n:count} người trả lời đủ mọi câu hài lòng, thành phần thứ nhất chiếm {first:percent} biến thiên của các câu, thành phần thứ hai {second:percent}.",
  "item_quality.factors": "Độ tin cậy của từng yếu tố, cả nước",
  "item_quality.items": "Từng câu trong yếu tố của mình, cả nước",
  "item_quality.factor": "Yếu tố",
  "item_quality.item": "Câu hỏi",
  "item_quality.alpha": "Alpha",
  "item_quality.low": "Cận dưới 95%",
  "item_quality.high": "Cận trên 95%",
  "item_quality.first": "Thành phần 1 (%)",
  "item_quality.second": "Thành phần 2 (%)",
  "item_quality.rest": "Tương quan với các câu còn lại",
  "item_quality.dropped": "Alpha khi bỏ câu này",
  "item_quality.loading": "Hệ số tải một yếu tố",
  "item_nonresponse.title": "Câu nào, ở đâu hay bị bỏ trống?",
  "item_nonresponse.note":
    "Tỷ lệ trên số phiếu hợp lệ; câu trả lời ngoài thang cũng là bỏ trống. Câu mà phiếu cho bỏ qua vẫn được tính là trống. Câu dùng làm biên hiệu chuẩn không có sai số cho tỷ lệ trống, nên là [x].",
  "item_nonresponse.sentence":
    "{share:percent} số câu hài lòng bị bỏ trống; câu bị bỏ trống nhiều nhất là “{item}” ({most:percent}).",
  "item_nonresponse.no_dont_know": "Mẫu phiếu này không có phương án “không biết”, nên không có tỷ lệ đó.",
  "item_nonresponse.units": "Câu hài lòng bị bỏ trống, các tỉnh",
  "item_nonresponse.items": "Từng câu bị bỏ trống, {domain}, nhiều nhất trước",
  "item_nonresponse.unknown": "Trả lời “không biết”, {domain}",
  "item_nonresponse.unknown_units": "Trả lời “không biết”, các tỉnh",
  "recheck_rates.title": "Phúc tra thấy bao nhiêu câu trả lời khác đi?",
  "recheck_rates.note":
    "Loại 1 là điều không thể đổi (lỗi của điều tra viên), loại 2 là câu khó hỏi (cần tập huấn), loại 3 chỉ cho biết độ ổn định. Khoảng tin cậy tính đến việc các câu của cùng một phiếu sai cùng nhau. Không có ngưỡng chính thức nào được tìm thấy. Chỉ có mã, không có tên người. Một đợt chỉ bị hủy khi có quyết định đã ký, sau khi thấy ảnh hưởng.",
  "recheck_rates.sentence":
    "{forms:count} phiếu được phúc tra; ở câu loại 1, {share:percent} câu trả lời khác đi.",
  "recheck_rates.voided":
    "{batches:count} đợt bị hủy theo quyết định đã ký: {n:count} phiếu không được tính.",
  "recheck_rates.none_voided": "Không đợt nào bị hủy sau phúc tra.",
  "recheck_rates.nation": "Cả nước, theo loại câu",
  "recheck_rates.unit": "Các tỉnh, câu loại 1",
  "recheck_rates.team": "Các tổ, câu loại 1",
  "recheck_rates.commune": "Các xã, câu loại 1, nhiều lỗi nhất trước",
  "recheck_rates.interviewer": "Điều tra viên theo mã, câu loại 1, nhiều lỗi nhất trước",
  "recheck_rates.decisions": "Quyết định sau phúc tra và ảnh hưởng",
  "recheck_rates.batch": "Đợt",
  "recheck_rates.kind": "Loại",
  "recheck_rates.forms": "Số phiếu",
  "recheck_rates.compared": "Số câu so",
  "recheck_rates.rate": "Khác đi (%)",
  "recheck_rates.decision": "Quyết định",
  "recheck_rates.keep": "giữ",
  "recheck_rates.correct": "sửa theo phúc tra",
  "recheck_rates.void": "hủy",
  "recheck_rates.left_out": "Phiếu không được tính",
  "recheck_rates.share_left_out": "Trên số phiếu của đợt lẽ ra hợp lệ (%)",

  "sipas_merged.title": "Nhìn theo các tỉnh sau hợp nhất thì sao?",
  "sipas_merged.note":
    "Mỗi giá trị là trung bình của các tỉnh cũ có phiếu, theo dân số năm 2019. Tỉnh cũ không có dữ liệu không được thay bằng gì; cột độ phủ cho biết bao nhiêu phần trăm dân số được đại diện. Giá trị có độ phủ dưới 100% (in đậm) không phải của cả tỉnh mới, nên không xếp hạng.",
  "sipas_merged.sentence":
    "{n:count} tỉnh sau hợp nhất có số liệu; {partial?không tỉnh nào|1|#} trong đó thiếu số liệu của ít nhất một tỉnh cũ.",
  "sipas_merged.table": "Các tỉnh sau hợp nhất",
  "sipas_merged.unit": "Tỉnh sau hợp nhất",
  "sipas_merged.coverage": "Độ phủ dân số (%)",
  "sipas_merged.missing": "Tỉnh cũ không có số liệu",

  "rule_outcomes.title": "Bao nhiêu phiếu vi phạm quy tắc kiểm tra?",
  "rule_outcomes.note":
    "Quy tắc chỉ tìm và đếm; không phiếu nào bị loại vì vi phạm, trừ khi có quyết định được ghi lại sau khi đã xem ảnh hưởng đến điểm của từng tỉnh. Phiếu bị gắn cờ chưa chắc sai: người trả lời có thể thật lòng hài lòng ở mọi câu.",
  "rule_outcomes.sentence":
    "{checked:count} phiếu được kiểm tra theo {rules:count} quy tắc; {warned?không quy tắc nào|1 quy tắc|# quy tắc} vượt ngưỡng.",
  "rule_outcomes.table": "Kết quả từng quy tắc, {domain}",
  "rule_outcomes.severity": "Loại",
  "rule_outcomes.error": "lỗi",
  "rule_outcomes.flag": "cờ",
  "rule_outcomes.limit": "Ngưỡng cảnh báo (%)",
  "rule_outcomes.effect": "Phiếu vi phạm",
  "rule_outcomes.excludes": "bị loại",
  "rule_outcomes.keeps": "vẫn được tính",

  "rules.title": "Các quy tắc kiểm tra qua từng lần chạy",
  "rules.table": "Mỗi quy tắc ở mỗi lần chạy, mới nhất trước; cả lần chạy đã dừng",
  "rules.run": "Lần chạy",
  "rules.checked": "Phiếu kiểm tra",
  "rules.failing": "Phiếu vi phạm",
  "rules.beyond": "Số tỉnh vượt ngưỡng",

  "response_flow.title": "Bao nhiêu phiếu được tính, phiếu nào bị loại và vì sao?",
  "response_flow.note":
    "Mỗi phiếu bị loại có đúng một lý do, lý do đầu tiên gặp theo thứ tự trong bảng. Số phiếu nhận được bằng số phiếu hợp lệ cộng mọi phiếu bị loại.",
  "response_flow.sentence":
    "Nhận {store:count} phiếu, loại {dropped:count}, còn {valid:count} phiếu hợp lệ ({share:percent}).",
  "response_flow.any": "Có lý do này",
  "response_flow.chart": "Số phiếu bị loại theo lý do, {domain}",
  "response_flow.description": "Biểu đồ thanh số phiếu bị loại theo {n:count} lý do.",
  "response_flow.table": "Từ phiếu nhận được đến phiếu hợp lệ, {domain}",

  "fieldwork.title": "Bao nhiêu người được mời đã trả lời?",
  "fieldwork.note":
    "Tỷ lệ trả lời tính trên những người được chọn ban đầu; người thay thế không được tính. Người không trả lời có thể nghĩ khác người trả lời, và khoảng tin cậy không đo điều đó.",
  "fieldwork.sentence": "Tỷ lệ trả lời ({domain}): {rate:percent}, trên {n:count} người được tiếp cận.",
  "fieldwork.table": "Kết quả tiếp cận người được chọn",
  "fieldwork.psus": "Địa bàn cấp một",
  "fieldwork.approached": "Tiếp cận",
  "fieldwork.completed": "Hoàn thành",
  "fieldwork.refused": "Từ chối",
  "fieldwork.not_contacted": "Không gặp",
  "fieldwork.ineligible": "Không thuộc đối tượng",
  "fieldwork.unknown": "Không rõ",
  "fieldwork.substitutes": "Thay thế",
  "fieldwork.valid": "Phiếu hợp lệ",
  "fieldwork.rate": "Tỷ lệ trả lời (%)",

  "weighting.title": "Trọng số có đủ ổn định để tin không?",
  "weighting.note": "Trọng số càng chênh nhau thì mẫu càng ít thông tin: cỡ mẫu hiệu dụng nhỏ hơn số phiếu.",
  "weighting.margins":
    "Số người trưởng thành dùng để tính trọng số ở đây là số minh họa do bộ tạo dữ liệu viết ra, không phải số thống kê.",
  "weighting.sentence":
    "Hệ số điều chỉnh nằm trong khoảng {low:number} đến {high:number}; sai lệch biên lớn nhất còn lại dưới một phần triệu ở {n:count} trong {of:count} tỉnh.",
  "weighting.table": "Chẩn đoán trọng số của từng tỉnh",
  "weighting.responses": "Số phiếu",
  "weighting.n_eff": "Cỡ mẫu hiệu dụng",
  "weighting.deff": "Hệ số thiết kế Kish",
  "weighting.cv": "Hệ số biến thiên",
  "weighting.factor_min": "Điều chỉnh nhỏ nhất",
  "weighting.factor_max": "Điều chỉnh lớn nhất",
  "weighting.iterations": "Số vòng lặp",
  "weighting_steps.title": "Trọng số đi qua những bước nào, mỗi bước làm gì?",
  "weighting_steps.note":
    "Bước không thực hiện vẫn có tên và lý do (trang phương pháp). Sai số của các chỉ số tính đến bước hiệu chỉnh; hệ số của hai bước trước đó và mức cắt được coi là cố định, nên độ chệch và phần biến động của chúng không nằm trong sai số.",
  "weighting_steps.sentence":
    "Năm {round}: cỡ mẫu hiệu dụng của cả nước là {first:count} theo quyền số cơ sở và {last:count} sau bước cuối, trên {n:count} phiếu.",
  "weighting_steps.nation": "Các bước, cả nước",
  "weighting_steps.provinces": "Hệ số thiết kế Kish sau từng bước, theo tỉnh",
  "weighting_steps.step": "Bước",
  "weighting_steps.setting": "Cách làm",
  "weighting_steps.sum": "Tổng quyền số",
  "weighting_steps.factor_median": "Điều chỉnh trung vị",
  "weighting_step.base": "1. Quyền số cơ sở",
  "weighting_step.eligibility": "2. Chưa rõ thuộc tổng thể",
  "weighting_step.nonresponse": "3. Không trả lời",
  "weighting_step.calibration": "4. Hiệu chỉnh",
  "weighting_step.trimming": "5. Cắt",
  "weighting_step.quantisation": "6. Làm tròn",
  "weighting_margins.title": "Mẫu lệch với tổng người lớn bao nhiêu trước khi hiệu chỉnh?",
  "weighting_margins.note":
    "Tỷ số trước hiệu chỉnh cho biết nhóm nào thiếu (dưới 1) hay thừa (trên 1) trong mẫu; sau hiệu chỉnh tỷ số bằng 1, trừ phần của người bỏ trống câu hỏi.",
  "weighting_margins.sentence":
    "Năm {round}: lệch nhiều nhất trước hiệu chỉnh là “{category}” ({margin}), mẫu có {before:number} lần tổng người lớn.",
  "weighting_margins.merged":
    "{n:count} nhóm có quá ít phiếu nên được gộp với nhóm bên cạnh theo quy tắc đã viết.",
  "weighting_margins.merged_table": "Các nhóm đã gộp",
  "weighting_margins.merged_into": "Gộp thành",
  "weighting_margins.merged_responses": "Số phiếu sau gộp",
  "weighting_margins.table": "Tổng biên, cả nước",
  "weighting_margins.margin": "Biên",
  "weighting_margins.category": "Nhóm",
  "weighting_margins.population": "Tổng người lớn",
  "weighting_margins.before": "Trước / tổng",
  "weighting_margins.after": "Sau / tổng",
  "weighting_margins.blank": "bỏ trống",
  "weighting_margins.reference_date": "Ngày của số liệu",
  "weighting_margins.verified_by": "Người đối chiếu",
  "weighting_response.title": "Người được chọn có trả lời đều nhau không?",
  "weighting_response.note":
    "Chỉ tính người được chọn lần đầu: người thay thế che mất việc không trả lời. Chỉ số R bằng 1 khi mọi nơi trả lời như nhau; không so sánh giữa các khảo sát dùng mô hình khác nhau.",
  "weighting_response.sentence":
    "Năm {round}: {rate:percent} trong {n:count} người được chọn lần đầu và thuộc tổng thể có phiếu hợp lệ của chính mình; chỉ số R là {r:number} (đã trừ phần do ước lượng: {adjusted:number}).",
  "weighting_response.none":
    "Năm {round}: mọi người hoặc không ai được chọn lần đầu đã trả lời, nên không có chỉ số R.",
  "weighting_response.table": "Trả lời không đều theo đặc điểm nào của địa bàn",
  "weighting_response.term": "Đặc điểm",
  "weighting_response.partial": "Độ lệch chuẩn giữa các nhóm",
  "weighting_response.left_out": "không tách được khỏi các đặc điểm trước",
  "weighting_response.region": "vùng",
  "weighting_response.unit_type": "loại tỉnh, thành phố",
  "weighting_response.persons": "số người của địa bàn (năm nhóm)",

  "respondents.title": "Ai đã trả lời?",
  "respondents.note":
    "Cột đầu đếm phiếu hợp lệ; cột sau là tỷ lệ khi mỗi phiếu được tính theo trọng số, tức là hình ảnh dân số mà kết quả nói về.",
  "respondents.table": "Người trả lời theo {item}, {domain}",

  "perceptions.title": "Người dân cho biết họ quan tâm, đã gặp và mong đợi điều gì?",
  "perceptions.note":
    "Đây là điều người trả lời cho biết theo cảm nhận và trải nghiệm của họ, không phải sự việc đã được xác minh. Nói về phiền hà hay tiền ngoài quy định là nói về số người trả lời như vậy, không phải số vụ việc.",
  "perceptions.interest": "Người dân cho biết mức quan tâm đến các chính sách",
  "perceptions.channel": "Người dân cho biết kênh nhận thông tin về chính sách",
  "perceptions.participation": "Người dân cho biết mức sẵn sàng góp ý chính sách",
  "perceptions.harassment": "Người dân cho biết có hay không công chức gây phiền hà, sách nhiễu",
  "perceptions.bribe": "Người dân cho biết có hay không việc phải đưa tiền ngoài quy định",
  "perceptions.submission_mode": "Người dân cho biết cách nộp hồ sơ, nhận kết quả mà họ thấy phù hợp",
  "perceptions.information_mode": "Người dân cho biết cách cung cấp thông tin mà họ thấy phù hợp",
  "perceptions.experience": "Người dân cho biết họ hoặc người thân đã trải qua những việc này",
  "perceptions.need": "Người dân cho biết nhu cầu được cải thiện",
  "perceptions.axis": "Tỷ lệ người trả lời (%)",
  "perceptions.description": "Biểu đồ các phần trả lời của {n:count} câu hỏi, mỗi dòng cộng lại thành 100%.",
  "perceptions.subtitle": "Các phần của một dòng cộng lại thành 100% câu trả lời hợp lệ, {domain}.",
  "perceptions.table": "{block}, {domain}",

  "par_ranking.title": "Bộ nào đạt chỉ số cải cách hành chính cao nhất?",
  "par_ranking.note":
    "Điểm là số đã in trong bảng công bố. Cộng hai cột điểm thành phần có khi lệch 0,01 so với tổng, vì tổng được tính từ các phần chưa làm tròn: số đúng là tổng đã in. Bảng công bố không kèm sai số của phần điều tra xã hội học.",
  "par_ranking.ends":
    "{first} đứng đầu với {first_total:decimal} điểm; {last} đứng cuối trong {n:count} bộ, cơ quan được xếp hạng với {last_total:decimal} điểm.",
  "par_ranking.sums":
    "Ở {n:count} bộ, hai điểm thành phần đã in cộng lại lệch với tổng đã in; {unit}: in {total:decimal}, cộng được {sum:decimal}.",
  "par_ranking.missing": "{unit} [x]: {reason}",
  "par_ranking.chart": "Chỉ số cải cách hành chính của các bộ, cơ quan ngang bộ (tổng điểm đã công bố)",
  "par_ranking.chart_subtitle": "Điểm là tổng đã in; không có vạch sai số vì nguồn không công bố sai số.",
  "par_ranking.description": "Biểu đồ điểm xếp {n:count} bộ, cơ quan theo tổng điểm, từ {first} đến {last}.",
  "par_ranking.axis": "Tổng điểm trên 100",
  "par_ranking.table": "Bảng xếp hạng",

  "chapter.par_scores_province": "PAR INDEX các tỉnh từ bảng chấm điểm",
  "chapter.par_scores_ministry": "PAR INDEX các bộ từ bảng chấm điểm",

  "ranks.with_interval":
    "Khoảng tin cậy không bao gồm sai số do chấm điểm (thẩm định), do việc chọn người trả lời, hay do phạm vi của danh sách.",
  "ranks.without_interval":
    "Không thể nêu khoảng tin cậy cho các hạng này, vì nguồn công bố không kèm sai số; dù có, nó cũng không bao gồm sai số do chấm điểm (thẩm định), do việc chọn người trả lời, hay do phạm vi của danh sách.",
  "ranks.sampled":
    "Khoảng tin cậy không bao gồm sai số do việc chọn người trả lời ngoài thiết kế mẫu, do không trả lời mà trọng số không chỉnh được, hay do phạm vi của danh sách.",
  "ranks.sampled_without_interval":
    "Không thể nêu khoảng tin cậy cho các hạng này, vì nguồn công bố không kèm sai số; dù có, nó cũng không bao gồm sai số do việc chọn người trả lời ngoài thiết kế mẫu, do không trả lời mà trọng số không chỉnh được, hay do phạm vi của danh sách.",
  "scorecard.covered":
    "Khoảng tin cậy chỉ đo sai số do không trả lời ở phần khảo sát công chức, giả định phiếu thiếu ngẫu nhiên trong từng nhóm, và sai số chọn mẫu của SIPAS.",
  "scorecard.rank_set": "{low:count}–{high:count}",
  "scorecard.fixed": "chỉ gồm điểm thẩm định, không có phần khảo sát",
  "scorecard.of": "{rank:count}/{n:count}",

  "rank_changes.title": "Thứ hạng đổi vì tỉnh thay đổi, hay vì các tỉnh khác thay đổi?",
  "rank_changes.note":
    "Hạng của hai năm được xếp lại trong số các tỉnh có hạng ở cả hai năm so sánh được. Phần của chính tỉnh là trung bình của hai cách: đổi tỉnh trước rồi đổi các tỉnh khác, và ngược lại; phần còn lại do các tỉnh khác. Cả hai năm đều có sai số chọn mẫu: hạng có thể đổi mà không điều gì thật sự đổi.",
  "rank_changes.sentence":
    "So với năm {earlier}, {moved?không tỉnh nào|1|#} trong {n:count} tỉnh đổi hạng; {passed?không tỉnh nào|1 tỉnh|# tỉnh} đổi hạng phần lớn là do các tỉnh khác thay đổi.",
  "rank_changes.table": "Thay đổi thứ hạng so với năm {earlier} (số âm: lên hạng)",
  "rank_changes.earlier": "Hạng trước",
  "rank_changes.change": "Thay đổi",
  "rank_changes.own": "Do chính tỉnh",
  "rank_changes.others": "Do các tỉnh khác",
  "rank_changes.others_units": "Do các đơn vị khác",

  "unit_standing.title": "Chỉ số và thứ hạng của đơn vị chắc chắn đến đâu?",
  "unit_standing.sentence":
    "Chỉ số {percent:percent} (khoảng tin cậy 95%: {low:number} – {high:number}), hạng {rank:count} trong {n:count} đơn vị; so sánh mọi cặp cùng một lúc, {others?kết quả khác biệt với mọi đơn vị khác|chưa thể nói là khác 1 đơn vị khác|chưa thể nói là khác # đơn vị khác}.",
  "unit_standing.no_error":
    "Chỉ số {percent:percent}, hạng {rank:count} trong {n:count} đơn vị; không nêu được tập hạng, vì chưa biết sai số điều tra của một đơn vị trong đó.",
  "unit_standing.tied":
    "Có đơn vị in ra cùng một chỉ số nhưng khác hạng: hạng được xếp trên số chưa làm tròn.",
  "unit_standing.table": "Chỉ số với sai số, và tập hạng 95%",
  "unit_standing.indistinct": "Số đơn vị chưa phân biệt được",

  "scorecard_changes.title": "Thứ hạng đổi vì đơn vị thay đổi, hay vì các đơn vị khác thay đổi?",
  "scorecard_changes.note":
    "Chỉ so sánh hai năm cùng một bộ tiêu chí, hoặc có bảng đối chiếu đã rà soát cho mọi tiêu chí, và cùng cách tính phần điều tra. Hạng của hai năm được xếp lại trong số các đơn vị có hạng ở cả hai năm. Phần của chính đơn vị là trung bình của hai cách: đổi đơn vị trước rồi đổi các đơn vị khác, và ngược lại; phần còn lại do các đơn vị khác. Sai số điều tra của hai năm được cộng như của hai cuộc khảo sát độc lập.",
  "scorecard_changes.sentence":
    "So với năm {earlier}, {moved?không đơn vị nào|1|#} trong {n:count} đơn vị có hạng ở cả hai năm đổi hạng; {passed?không đơn vị nào|1 đơn vị|# đơn vị} đổi hạng phần lớn là do các đơn vị khác thay đổi.",
  "scorecard_changes.table": "Thay đổi so với năm {earlier} (hạng: số âm là lên hạng)",
  "scorecard_changes.own": "Do chính đơn vị",
  "scorecard_changes.points": "Chỉ số tăng, giảm (điểm %)",
  "scorecard_changes.without": "{unit}: không so sánh hạng, vì {reason}.",
  "scorecard_changes.not_comparable": "Không so sánh với năm {earlier}: {reason}.",
  "scorecard_changes.other_framework":
    "hai năm dùng hai bộ tiêu chí khác nhau, và chưa có bảng đối chiếu đã rà soát cho mọi tiêu chí",
  "scorecard_changes.other_survey_rules": "phần điều tra của hai năm được tính theo hai cách khác nhau",
  "scorecard_changes.no_rank": "năm nay đơn vị không có hạng",
  "scorecard_changes.no_earlier_card": "năm trước đơn vị không có bảng chấm điểm",
  "scorecard_changes.no_earlier_rank": "năm trước đơn vị không có hạng",

  "unit_changes.title": "So với năm trước, đơn vị thay đổi thế nào?",
  "unit_changes.rank":
    "So với năm {earlier}, trong {n:count} đơn vị có hạng ở cả hai năm: từ hạng {from:count} đến hạng {to:count}; do chính đơn vị {own:signed} bậc, do các đơn vị khác {others:signed} bậc (số âm là lên hạng).",
  "unit_changes.no_rank": "So với năm {earlier}: không so sánh hạng, vì {reason}.",
  "unit_changes.beyond_error":
    "Chỉ số đổi {change:signed} điểm % (khoảng tin cậy 95%: {low} đến {high}): lớn hơn sai số điều tra của hai năm.",
  "unit_changes.within_error":
    "Chỉ số đổi {change:signed} điểm % (khoảng tin cậy 95%: {low} đến {high}): chưa vượt sai số điều tra của hai năm, chưa thể nói là có thay đổi.",
  "unit_changes.table": "Từng lĩnh vực so với năm {earlier}",
  "unit_changes.earlier": "Năm {earlier} (%)",

  "standings.title": "Đơn vị nào đạt chỉ số cao hơn, và thứ hạng chắc chắn đến đâu?",
  "standings.ends":
    "{first} đứng đầu với {first_value:percent}; {last} đứng cuối trong {n:count} đơn vị được xếp hạng với {last_value:percent}.",
  "standings.leader_alone": "Kết quả của đơn vị đứng đầu phân biệt được với mọi đơn vị khác.",
  "standings.leader_shared":
    "Chưa thể nói đơn vị đứng đầu hơn {n:count} đơn vị khác: {names}. So sánh đồng thời mọi cặp, độ tin cậy 95%.",
  "standings.without_rank": "{unit} không có hạng: {reason}.",
  "standings.others_rule":
    "Đơn vị không có hạng không chiếm chỗ: hạng của các đơn vị khác được tính như khi không có nó, và nó không nằm trong số trung bình nào.",
  "standings.withheld": "chưa đủ điểm của mọi tiêu chí, vì khảo sát có quá ít phiếu hoặc chưa có kết quả",
  "standings.sipas_invented":
    "SIPAS của các tỉnh minh họa cùng sai số của nó do phần mềm đặt ra, vì ở đó không có người dân nào để hỏi.",
  "standings.tied": "bằng nhau khi làm tròn, khác nhau khi tính đủ",
  "standings.chart": "Chỉ số của {n:count} đơn vị được xếp hạng",
  "standings.chart_subtitle":
    "Điểm là chỉ số (tổng điểm trên điểm tối đa), vạch là khoảng tin cậy 95% của phần khảo sát. Xếp theo số chưa làm tròn.",
  "standings.chart_description":
    "Biểu đồ xếp hạng {n:count} đơn vị theo chỉ số, từ {first} đến {last}, mỗi đơn vị một điểm và một vạch khoảng tin cậy 95%.",
  "standings.axis": "Chỉ số (% điểm tối đa)",
  "standings.table": "Xếp hạng với tập hạng 95%",
  "standings.index": "Chỉ số (%)",
  "standings.marginal": "Tập hạng, xét riêng",
  "standings.simultaneous": "Tập hạng, đồng thời",
  "standings.indistinct": "Chưa phân biệt được với",
  "standings.nobody": "không đơn vị nào",
  "standings.top": "Trong 5 đầu (% lần mô phỏng)",
  "standings.bottom": "Trong 5 cuối (% lần mô phỏng)",
  "standings.sets_explained":
    "Tập hạng xét riêng chứa hạng thật của một đơn vị với độ tin cậy 95% khi chỉ đọc đơn vị đó; tập hạng đồng thời đúng cho tất cả cùng lúc. Tỷ lệ trong 5 đầu, 5 cuối chỉ là mô tả từ mô phỏng, không phải độ tin cậy.",
  "standings.peers": "Hạng trong vùng, trong nhóm và trong loại đơn vị",
  "standings.in_region": "Trong vùng",
  "standings.in_group": "Trong nhóm",
  "standings.in_type": "Trong loại",
  "unit_type.city": "thành phố",
  "unit_type.province": "tỉnh",
  "unit_type.ministry": "bộ",
  "unit_type.ministerial-agency": "cơ quan ngang bộ",

  "scorecard_means.title": "Trung bình, trung vị và cao nhất là bao nhiêu, ở từng lĩnh vực và từng nơi?",
  "scorecard_means.note":
    "Trung bình là của các đơn vị được xếp hạng, mỗi đơn vị tính như nhau. Sai số của trung bình là sai số khảo sát của chính các đơn vị ấy; các đơn vị không phải một mẫu. Lĩnh vực không có phần khảo sát thì không có khoảng tin cậy [z].",
  "scorecard_means.sentence":
    "Trung bình {mean:percent}, trung vị {median:percent}; cao nhất {best} ({best_value:percent}).",
  "scorecard_means.areas": "Các lĩnh vực, mọi đơn vị được xếp hạng (% điểm tối đa)",
  "scorecard_means.places": "Theo vùng, nhóm và loại đơn vị (% điểm tối đa)",
  "scorecard_means.area": "Lĩnh vực",
  "scorecard_means.mean": "Trung bình",
  "scorecard_means.median": "Trung vị",
  "scorecard_means.best": "Cao nhất",
  "scorecard_means.best_unit": "Của đơn vị",
  "scorecard_means.units": "Số đơn vị",
  "scorecard_means.nation": "Tất cả",
  "scorecard_means.total": "Tổng điểm",
  "scorecard_means.chart": "Trung bình theo lĩnh vực",
  "scorecard_means.description":
    "Biểu đồ điểm trung bình của {n:count} lĩnh vực và tổng điểm, có khoảng tin cậy 95% nơi có phần khảo sát.",

  "unit_means.title": "Từng lĩnh vực của đơn vị ra sao so với các đơn vị cùng xếp hạng?",
  "unit_means.note":
    "Chỉ so với các đơn vị được xếp hạng cùng nhau; đơn vị minh họa và đơn vị thật không bao giờ tính chung. Không nêu tên đơn vị khác. Trung bình tính mỗi đơn vị như nhau, gồm cả đơn vị này nếu được xếp hạng. Khoảng tin cậy chỉ nói về phần khảo sát; lĩnh vực không có phần khảo sát thì không có [z].",
  "unit_means.sentence":
    "Đạt {percent:percent} điểm tối đa; trung bình {n:count} đơn vị được xếp hạng là {mean:percent}, trung vị {median:percent}, cao nhất {best:percent}.",
  "unit_means.areas":
    "{above?Không lĩnh vực nào|1|#} trong {of:count} lĩnh vực cao hơn trung bình. Chênh lệch này chưa được kiểm định: chỉ phần khảo sát có sai số.",
  "unit_means.chart": "Đơn vị và trung bình theo lĩnh vực",
  "unit_means.chart_region": "Đơn vị, vùng và trung bình theo lĩnh vực",
  "unit_means.description": "Biểu đồ điểm: {series}, ở {n:count} lĩnh vực và tổng điểm.",
  "unit_means.table": "So sánh theo lĩnh vực (% điểm tối đa)",
  "unit_means.own": "Đơn vị",
  "unit_means.mean": "Trung bình",
  "unit_means.mean_of": "Trung bình ({n:count})",
  "unit_means.mean_in": "{name} ({n:count})",
  "unit_means.mean_of_type": "Loại: {name} ({n:count})",

  "officials.title": "Công chức, lãnh đạo đã trả lời thế nào, và bao nhiêu người trả lời?",
  "officials.note":
    "Danh sách người được hỏi do cơ quan lập: không phải điều tra toàn bộ, vì nhiều người không trả lời, cũng không phải mẫu ngẫu nhiên. Khoảng tin cậy chỉ tính việc không trả lời, giả định phiếu thiếu ngẫu nhiên trong từng nhóm; nó không nói gì về việc ai được đưa vào danh sách. Mẫu phiếu và câu hỏi là minh họa.",
  "officials.sentence":
    "{responses:count} phiếu hợp lệ trên {listed:count} người trong danh sách ({rate:percent}); thấp nhất là {unit} ({lowest:percent}).",
  "officials.leaves": "Tỷ lệ điểm của từng tiêu chí khảo sát (%), mọi nhóm",
  "officials.rates": "Danh sách và phiếu theo nhóm người trả lời",
  "officials.all_groups": "mọi nhóm",
  "officials.listed": "Trong danh sách",
  "officials.forms": "Phiếu hợp lệ",
  "officials.rate": "Tỷ lệ trả lời (%)",
  "officials.group": "Nhóm",
  "officials.mean": "Trung bình các tiêu chí khảo sát (%)",
  "officials.leaf": "Tiêu chí",
  "officials.points": "Điểm",
  "officials.chart": "Tiêu chí khảo sát {leaf}: tỷ lệ điểm của từng đơn vị",
  "officials.chart_subtitle":
    "Vạch: khoảng tin cậy 95%, chỉ do không trả lời, giả định phiếu thiếu ngẫu nhiên trong từng nhóm.",
  "officials.description": "Biểu đồ điểm có khoảng tin cậy 95% cho {n:count} đơn vị.",
  "officials.axis": "Tỷ lệ điểm (%)",

  "robustness.title": "Tính theo cách khác thì thứ hạng đổi bao nhiêu?",
  "robustness.note":
    "Trang này dành cho người làm thống kê. Mỗi dòng đổi một điều rồi tính lại toàn bộ; cột “đã áp dụng” cho biết phương án có thật sự được tính hay không. Các phương án khác không phải cách tính chính thức, và cách đang dùng cũng vậy.",
  "robustness.sentence":
    "Đổi từng điều một, thay đổi lớn nhất là “{alternative}”: hạng dịch trung bình {shift:number} bậc, nhiều nhất {most:count} bậc ({unit}).",
  "robustness.alternatives": "Từng phương án thay thế",
  "robustness.alternative": "Phương án",
  "robustness.applied": "Đã áp dụng",
  "robustness.mean_shift": "Dịch hạng trung bình",
  "robustness.most": "Dịch hạng lớn nhất",
  "robustness.whom": "Đơn vị dịch nhiều nhất",
  "robustness.leader": "Đứng đầu",
  "robustness.status.applied": "có",
  "robustness.status.same": "trùng với cách đang dùng",
  "robustness.status.not_applied": "không: các đơn vị này không có số liệu cho phương án đó",
  "robustness.all_at_once":
    "Thay đổi mọi điều cùng lúc ({n:count} lần tính, mầm ngẫu nhiên cố định): hạng dịch trung bình {shift:number} bậc.",
  "sensitivity.title": "Thứ hạng phụ thuộc vào điều gì nhất?",
  "robustness.sobol": "Thứ hạng phụ thuộc vào điều gì: chỉ số Sobol của độ dịch hạng trung bình",
  "robustness.sobol_note":
    "“Riêng” là phần phương sai do một điều gây ra khi đứng một mình; “toàn phần” gồm cả tương tác. Giá trị âm nhỏ là sai số mô phỏng.",
  "robustness.input": "Điều thay đổi",
  "robustness.first": "Riêng",
  "robustness.total": "Toàn phần",
  "robustness.se": "± sai số mô phỏng",
  "robustness.ranks": "Hạng của từng đơn vị khi thay đổi mọi điều cùng lúc (phân vị 5, 50 và 95)",
  "robustness.standing": "Hạng hiện tại",
  "robustness.low": "Phân vị 5",
  "robustness.median": "Trung vị",
  "robustness.high": "Phân vị 95",
  "robustness.input.sampling": "sai số khảo sát",
  "robustness.input.officials": "cách gộp phiếu công chức",
  "robustness.input.sipas": "cách tính điểm SIPAS",
  "robustness.input.stage": "bước thẩm định",
  "robustness.input.area": "bỏ một lĩnh vực",
  "robustness.reference": "cách đang dùng",
  "robustness.officials_by_list": "trọng số nhóm theo độ dài danh sách",
  "robustness.officials_equal_groups": "các nhóm có trọng số bằng nhau",
  "robustness.officials_plain": "mỗi phiếu công chức tính như nhau (plain), không bù người không trả lời",
  "robustness.officials_pooled_items": "gộp mọi câu trả lời của tiêu chí",
  "robustness.sipas_from_50": "SIPAS dưới 50% được 0 điểm, từ đó tăng thẳng đến 100%",
  "robustness.sipas_left_out": "bỏ SIPAS khỏi điểm và điểm tối đa",
  "robustness.sipas_plain": "SIPAS không quyền số (plain) thay cho theo thiết kế (design)",
  "robustness.stage_appraised_1": "điểm thẩm định lần 1 thay cho điểm cuối cùng",
  "robustness.stage_self": "điểm tự chấm thay cho điểm cuối cùng",
  "robustness.without": "bỏ lĩnh vực {area}",

  "par_history.title": "Chỉ số cải cách hành chính thay đổi thế nào qua các năm?",
  "par_history.note":
    "Nơi đường bị cắt là nơi bộ tiêu chí thay đổi: điểm hai bên vạch đứt không so sánh được với nhau. Nhiều năm chỉ công bố điểm của một số đơn vị, nên chỗ trống không có nghĩa là điểm kém; [x] là năm nguồn chỉ nêu hạng.",
  "par_history.chart": "Điểm trung bình PAR INDEX đã công bố, {level}",
  "par_history.level_ministry": "các bộ, cơ quan ngang bộ",
  "par_history.level_province": "các tỉnh, thành phố",
  "par_history.subtitle":
    "Chân biểu đồ ghi bộ tiêu chí; vạch đứt: đổi bộ tiêu chí, không so sánh qua vạch. Vòng rỗng: số suy ra từ số đã công bố.",
  "par_history.description":
    "Biểu đồ đường điểm trung bình {level} từ năm {from} đến năm {to}, đứt đoạn ở mỗi lần đổi bộ tiêu chí.",
  "par_history.axis": "Điểm trên 100",
  "par_history.table": "Điểm (hạng) đã công bố của {level}",
  "par_history.rank": "hạng {rank:count}",
  "par_history.unnumbered": "chưa rõ số",
  "par_history.pilot": "thí điểm {year}",

  "unit_history.title": "PAR INDEX của đơn vị qua các năm thế nào?",
  "unit_history.note":
    "Nơi đường bị cắt là nơi bộ tiêu chí thay đổi: điểm hai bên vạch đứt không so sánh được. Chỉ có những năm mà nguồn đọc được nêu số của đơn vị; [x] là năm chỉ công bố hạng.",
  "unit_history.chart": "PAR INDEX của {unit} và trung bình",
  "unit_history.description":
    "Biểu đồ đường điểm PAR INDEX của {unit} bên cạnh điểm trung bình, đứt đoạn ở mỗi lần đổi bộ tiêu chí, kèm thứ hạng.",
  "unit_history.table": "PAR INDEX của {unit}",

  "par_means.title": "Điểm trung bình và số đơn vị theo nhóm là bao nhiêu?",
  "par_means.note": "Số nguyên văn từ các nguồn đã công bố; ô trống là điều nguồn không nêu.",
  "par_means.table": "Trung bình và số đơn vị theo nhóm đã công bố",
  "par_means.component": "Nội dung",

  "method_rules.title": "Các con số được tính theo quy tắc nào, và quy tắc nào là giả định?",
  "method_rules.note":
    "Chỉ quy tắc ghi “đã có nguồn xác nhận” là có văn bản hay trang công bố nói rõ. Quy tắc suy ra khớp với số đã công bố nhưng không được nguồn nêu; quy tắc giả định là lựa chọn của chúng tôi. Không cách tính nào ở đây là cách tính chính thức.",
  "method_rules.sentence":
    "{index}, năm chỉ số {round}: {confirmed:count} quy tắc đã có nguồn xác nhận, {inferred:count} suy ra từ số đã công bố, {assumed:count} là giả định.",
  "method_rules.table": "Quy tắc của {index}, năm chỉ số {round}",
  "method_rules.as_newer": "{n:count} quy tắc của {index} năm {round} giống hệt năm {newer}, đã in ở trên.",

  "rule_backtest.title": "Quy tắc gộp hai phần có cho lại số đã công bố không?",
  "rule_backtest.note":
    "Phần dư là số tính lại trừ số đã công bố, tính bằng điểm phần trăm. Phần dư nhỏ cho thấy quy tắc khớp, không chứng minh đó là quy tắc đã dùng.",
  "rule_backtest.sentence": "Phần dư lớn nhất trong {n:count} trường hợp là {most:residual} điểm phần trăm.",
  "rule_backtest.table": "Tính lại chỉ số chung từ hai phần đã công bố",
  "rule_backtest.policy": "Chính sách",
  "rule_backtest.service": "Dịch vụ",
  "rule_backtest.published": "Đã công bố",
  "rule_backtest.predicted": "Tính lại",
  "rule_backtest.residual": "Phần dư",
  "rule_backtest.weight": "Tỷ trọng dịch vụ",
  "rule.equal_parts": "hai phần bằng nhau",
  "rule.fitted_weight": "tỷ trọng được khớp",

  "sipas_published.title": "Những số SIPAS đã công bố nào được dùng để kiểm tra?",
  "sipas_published.note":
    "Đây là số thật từ các nguồn công khai, chỉ dùng để kiểm tra quy tắc. Chúng không được đặt cạnh dữ liệu minh họa, và không so sánh được với số minh họa.",
  "sipas_published.table": "Số đã công bố",

  "how_to_read.title": "Đọc báo cáo này thế nào?",
  "how_to_read.interval":
    "Khoảng tin cậy 95%: nếu chọn mẫu lại nhiều lần theo cùng cách, khoảng 95% các khoảng như thế sẽ chứa giá trị thật của toàn bộ người dân trưởng thành. Nó đo sai số chọn mẫu, không đo sai số do người không trả lời hay do câu hỏi.",
  "how_to_read.marks":
    "[c]: không công bố vì có quá ít câu trả lời. [x]: không có số liệu hoặc không ước lượng được.",
  "how_to_read.published": "Điểm và thứ hạng PAR INDEX là số đã công bố, giữ nguyên từng chữ số như đã in.",

  "index.sipas": "SIPAS",
  "index.par_ministry": "PAR INDEX các bộ",
  "index.par_province": "PAR INDEX các tỉnh",

  "component.mean_total": "điểm trung bình",
  "component.group": "số đơn vị nhóm {group}",
  "component.between": "số đơn vị từ {from} đến {to} điểm",
  "component.above": "số đơn vị trên {points} điểm",
  "component.below": "số đơn vị dưới {points} điểm",
  "domain.provinces": "{n:count} tỉnh, thành phố",
  "domain.ministries": "{n:count} bộ, cơ quan ngang bộ",
  "domain.pilot_provinces": "{n:count} tỉnh thí điểm",
  "domain.all_provinces": "các tỉnh, thành phố",
  "domain.all_ministries": "các bộ, cơ quan ngang bộ",
  "component.overall": "chỉ số chung",
  "component.policy": "phần chính sách",
  "component.service": "phần dịch vụ",
  "component.factor:access": "yếu tố tiếp cận dịch vụ",
  "component.factor:procedures": "yếu tố thủ tục hành chính",
  "component.factor:civil_servants": "yếu tố công chức",
  "component.factor:results": "yếu tố kết quả dịch vụ",
  "component.factor:feedback": "yếu tố tiếp nhận, giải quyết phản ánh, kiến nghị",
  "component.expectation:service_attitude": "mong đợi: nâng cao thái độ phục vụ",
  "component.expectation:official_capability": "mong đợi: nâng cao năng lực công chức",
  "component.expectation:simplify_procedures": "mong đợi: đơn giản hóa thủ tục",
  "component.expectation:shorten_time": "mong đợi: rút ngắn thời gian giải quyết",
  "component.expectation:information_transparency": "mong đợi: công khai, minh bạch thông tin",
  "component.expectation:feedback_handling": "mong đợi: tiếp nhận, giải quyết phản ánh, kiến nghị",
  "component.interest:economic_policy:very": "rất quan tâm chính sách kinh tế",
  "component.interest:economic_policy:slightly": "ít quan tâm chính sách kinh tế",
  "component.interest:economic_policy:none": "không quan tâm chính sách kinh tế",
  "component.interest:health_policy:very": "rất quan tâm chính sách y tế",
  "component.interest:health_policy:slightly": "ít quan tâm chính sách y tế",
  "component.interest:health_policy:none": "không quan tâm chính sách y tế",
  "component.interest:min_policy": "mức quan tâm, chính sách thấp nhất",
  "component.interest:max_policy": "mức quan tâm, chính sách cao nhất",
  "component.participation:willing_online": "sẵn sàng góp ý trực tuyến",
  "component.participation:willing_to_comment": "sẵn sàng góp ý",
  "component.participation:comment_form_to_home_or_office":
    "muốn góp ý bằng phiếu gửi đến nhà hoặc nơi làm việc",
  "component.perception:no_harassment": "cho rằng công chức không gây phiền hà",
  "component.perception:some_harassment": "cho rằng có một số công chức gây phiền hà",
  "component.perception:many_harassment": "cho rằng có nhiều công chức gây phiền hà",
  "component.perception:no_bribe": "cho rằng không phải đưa tiền ngoài quy định",
  "component.perception:asked_for_bribe": "nói rằng bị gợi ý đưa tiền ngoài quy định",
  "component.perception:officials_cause_difficulty": "nói rằng công chức gây khó khăn",
  "component.perception:travelled_many_times": "nói rằng phải đi lại nhiều lần",
  "component.item:official_attitude_satisfied": "hài lòng về thái độ của công chức",
  "component.service:marriage_registration": "dịch vụ đăng ký kết hôn",
  "component.service:land_use_certificate": "dịch vụ cấp giấy chứng nhận quyền sử dụng đất",
  "component.service:id_card": "dịch vụ cấp chứng minh nhân dân, căn cước",
  "component.service:certification": "dịch vụ chứng thực",
  "component.service:building_permit": "dịch vụ cấp giấy phép xây dựng",
  "component.service:birth_certificate": "dịch vụ khai sinh",
  "component.officials:marriage_registration": "công chức làm đăng ký kết hôn",
  "component.officials:land_use_certificate": "công chức cấp giấy chứng nhận quyền sử dụng đất",
  "component.share:satisfied": "tỷ lệ hài lòng",
  "component.share:neutral": "tỷ lệ bình thường",
  "component.share:dissatisfied": "tỷ lệ không hài lòng",
  "component.min_province": "{component}, tỉnh thấp nhất",
  "component.max_province": "{component}, tỉnh cao nhất",

  "ministry_score.title": "Bộ, cơ quan được bao nhiêu điểm, đứng thứ mấy?",
  "ministry_score.note":
    "Điểm và thứ hạng là của bảng đã công bố, không tính lại từ các cột đã làm tròn. Bảng công bố không kèm sai số của phần điều tra xã hội học, nên không rõ khoảng cách nhỏ giữa hai bộ có ý nghĩa hay không.",
  "ministry_score.ranked":
    "{total:decimal}/{max:decimal} điểm, xếp thứ {rank:count} trong {n:count} bộ, cơ quan được xếp hạng.",
  "ministry_score.grouped":
    "{total:decimal}/{max:decimal} điểm, xếp thứ {rank:count} trong {n:count} bộ, cơ quan được xếp hạng; nhóm “{group}”.",
  "ministry_score.unranked": "{total:decimal}/{max:decimal} điểm, không xếp hạng.",
  "ministry_score.missing": "Không có điểm và thứ hạng đã công bố [x]: {reason}",
  "ministry_score.sum":
    "Cộng hai phần đã làm tròn được {sum:decimal}, nhưng điểm công bố là {total:decimal}: tổng được tính từ các phần chưa làm tròn, nên số đúng là số đã in.",
  "ministry_score.table": "Điểm theo hai phần",

  "column.node": "Mục",
  "column.area": "Lĩnh vực",
  "column.claimed": "Tự chấm",
  "column.final": "Kết quả cuối cùng",
  "column.lost": "Bị trừ",
  "column.lost_share": "Phần trong tổng điểm bị trừ (%)",
  "column.achieved_share": "Đạt (%)",
  "column.reason": "Vì sao",
  "column.department": "Đơn vị phụ trách",
  "column.repeated": "Số năm bị trừ liên tiếp",
  "column.leaves": "Số mục",
  "column.error": "Sai số khảo sát (±)",

  "scorecard_place.title": "Đơn vị được bao nhiêu điểm, đứng thứ mấy?",
  "scorecard_place.note":
    "Điểm được cộng từ các mục, chính xác đến chín chữ số thập phân; số in ra làm tròn đến hai chữ số nên cộng các dòng có thể lệch 0,01. Hạng tính trên số chưa làm tròn, chỉ giữa các bảng chấm điểm cùng bộ tiêu chí.",
  "scorecard_place.ranked":
    "{points:decimal}/{max:decimal} điểm, xếp thứ {rank:count} trong {n:count} đơn vị cùng bộ tiêu chí.",
  "scorecard_place.incomplete":
    "Bảng chấm điểm còn {n:count} mục chưa có điểm, nên chưa có tổng và chưa có hạng.",
  "scorecard_place.table": "Điểm theo lĩnh vực",

  "self_final.title": "Đơn vị tự chấm cao hơn hay thấp hơn kết quả cuối cùng?",
  "self_final.note":
    "Chỉ so các mục mà đơn vị tự chấm; mục do khảo sát cho điểm không nằm trong cả hai bên. Thẩm định có thể hạ hoặc nâng điểm tự chấm.",
  "self_final.sentence":
    "Đơn vị tự chấm {self:decimal} điểm ở các mục tự chấm; sau thẩm định còn {final:decimal}, chênh {gap:decimal}.",
  "self_final.chart": "Tự chấm và kết quả cuối cùng theo lĩnh vực, {unit}",
  "self_final.subtitle": "Phần trăm điểm tối đa của các mục mà đơn vị tự chấm.",
  "self_final.description":
    "Biểu đồ hai chấm cho {n:count} lĩnh vực: điểm tự chấm và kết quả cuối cùng, nối bằng một vạch.",
  "self_final.axis": "Phần trăm điểm tối đa",
  "self_final.table": "Các mục tự chấm qua từng bước",
  "self_final.gap": "Chênh lệch",
  "stage.appraised_1": "Thẩm định lần 1",

  "lost_points.title": "Đơn vị bị trừ điểm ở đâu, vì sao, ai phụ trách?",
  "lost_points.note":
    "Điểm bị trừ là điểm tối đa trừ điểm cuối cùng. Ở mục do khảo sát cho điểm, phần bị trừ có sai số: [x] là chưa biết sai số, nên chưa thể nói phần bị trừ đó có thật hay do chọn người trả lời. Số năm chỉ đếm qua những năm so sánh được từng mục, tức là cùng bộ tiêu chí hoặc có bảng đối chiếu đã rà soát.",
  "lost_points.sentence":
    "Bị trừ {lost:decimal} trong {max:decimal} điểm. Năm mục bị trừ nhiều nhất chiếm {share:percent1} tổng điểm bị trừ.",
  "lost_points.most": "Bị trừ nhiều nhất: {leaves}.",
  "lost_points.leaf": "{leaf} ({lost:decimal} điểm; phụ trách: {department})",
  "lost_points.beyond":
    "Ở {n:count} mục do điều tra cho điểm, số điểm bị trừ lớn hơn sai số điều tra (khoảng tin cậy 95% nằm trên 0): {codes}.",
  "lost_points.within":
    "Ở {n:count} mục do điều tra cho điểm, số điểm bị trừ không vượt sai số điều tra, nên có thể chỉ do ai đã trả lời: {codes}.",
  "lost_points.unknown":
    "Ở {n:count} mục do điều tra cho điểm, chưa biết sai số, nên không ai nói được số điểm bị trừ có lớn hơn sai số hay không: {codes}.",
  "lost_points.none": "Đơn vị đạt điểm tối đa ở mọi mục.",
  "lost_points.chart": "Từ điểm tối đa xuống kết quả cuối cùng, {unit}",
  "lost_points.subtitle": "Mỗi thanh là điểm bị trừ của một lĩnh vực. Trục không bắt đầu từ 0.",
  "lost_points.description":
    "Biểu đồ thác: từ {max:decimal} điểm tối đa, mỗi lĩnh vực trong {n:count} lĩnh vực trừ một phần, còn {points:decimal}.",
  "lost_points.axis": "Điểm",
  "lost_points.from": "Điểm tối đa",
  "lost_points.to": "Kết quả cuối cùng",
  "lost_points.table": "Từng mục bị trừ điểm, nhiều nhất trước",
  "lost_points.departments": "Điểm bị trừ theo đơn vị phụ trách",
  "lost_points.departments_assumed":
    "Đơn vị phụ trách là thiết lập của bộ tiêu chí; ở đây {n:count} mục ghi theo giả định.",
  "lost_points.no_department": "chưa ghi",
  "lost_points.single_round": "chưa có năm trước so sánh được",

  "what_if.title": "Điều gì sẽ nâng đơn vị lên?",
  "what_if.note":
    "Kế hoạch là số mục ít nhất, mỗi mục lên điểm tối đa, còn mọi đơn vị khác giữ nguyên điểm; đó là phép tính, không phải dự báo: đơn vị khác cũng thay đổi. Mục do khảo sát cho điểm không nằm trong kế hoạch nào, vì không ai đặt trước được câu trả lời. Điểm thẩm định không có sai số chọn mẫu nên khoảng tin cậy của tổng điểm dịch theo và giữ nguyên độ rộng; sai số của các mục khảo sát chưa biết thì chưa có khoảng tin cậy [x].",
  "what_if.table": "Ít mục nhất để đạt từng mục tiêu",
  "what_if.goal": "Mục tiêu",
  "what_if.needed": "Cần thêm",
  "what_if.leaves": "Các mục lên điểm tối đa (điểm được thêm)",
  "what_if.after": "Tổng điểm sau đó",
  "what_if.rank_after": "Hạng sau đó",
  "what_if.interval": "Khoảng tin cậy của tổng điểm",
  "what_if.ranks": "lên {n:count} hạng",
  "what_if.points": "thêm {n:count} điểm",
  "what_if.first": "không còn hạng nào cao hơn",
  "what_if.out_of_reach": "mọi mục tự chấm lên tối đa cũng không đủ",
  "what_if.sentence":
    "Muốn {goal}, cần thêm {needed:decimal} điểm; ít nhất là {n:count} mục lên điểm tối đa: {leaves}.",
  "what_if.sentence_out_of_reach": "Muốn {goal}: mọi mục tự chấm lên tối đa cũng không đủ.",
  "what_if.leaf": "{code} (+{gain:decimal})",

  "unit_officials.title": "Cán bộ, công chức trả lời gì về đơn vị?",
  "unit_officials.sentence":
    "{n:count} trong {listed:count} người có tên trong danh sách đã trả lời bằng phiếu được tính ({rate:percent}).",
  "unit_officials.table": "Phần điểm của từng câu hỏi, cả các nhóm",

  "explain.command": "Con số từ đâu ra, hỏi bằng lệnh (thay đơn vị và mục khi cần): {command}",

  "node_origins.title": "Con số này từ đâu ra?",
  "node_origins.note":
    "Điểm của một nhóm là tổng chính xác của các mục ngay bên dưới. Điểm của một mục phải đúng bằng điểm tính theo cách chấm từ số liệu kê khai, nếu khác thì bảng chấm điểm phải ghi lý do. Lệnh thuocdo explain in thêm các bước, bảng dữ liệu và ảnh chụp dữ liệu của từng con số.",
  "node_origins.table": "Nguồn của từng con số",
  "node_origins.rule": "Cách chấm",
  "node_origins.declared": "Số liệu kê khai",
  "node_origins.rule_points": "Tính theo cách chấm",
  "node_origins.sum": "tổng của {n:count} mục bên dưới",
  "node_origins.stage": "Điểm ở bước: {stage}",

  "loss.none": "không bị trừ",
  "loss.claimed": "đã thiếu ngay khi tự chấm",
  "loss.lowered": "thẩm định hạ điểm",
  "loss.claimed_and_lowered": "tự chấm thiếu và thẩm định hạ điểm",
  "loss.surveyed": "kết quả khảo sát",
  "loss.withheld": "tạm giữ điểm",
  "loss.penalty": "điểm phạt",
  "loss.bonus": "điểm thưởng",
  "loss.missing": "chưa có điểm",

  "lost_blocks.title": "Bộ, cơ quan bị trừ điểm ở phần nào?",
  "lost_blocks.note":
    "Chỉ hai khối điểm được công bố, từng mục thì không, nên không biết bị trừ ở mục nào, vì sao và ai phụ trách. Điểm bị trừ suy ra từ số đã in; hai khối cộng lại có thể lệch 0,01 so với tổng. Sai số của phần điều tra không được công bố [x].",
  "lost_blocks.sentence": "Bị trừ {lost:decimal} trong 100 điểm.",
  "lost_blocks.table": "Điểm bị trừ theo khối đã công bố",
  "what_if_parts.title": "Thử xem: nếu những mục này được thêm điểm?",
  "what_if_parts.note":
    "Bảng này chỉ có những mục mà đơn vị tự làm được; điểm khảo sát không ai ra lệnh được. Các đơn vị khác được giữ nguyên, nên mục tiêu về hạng chỉ nói điều phải xảy ra, không nói điều sẽ xảy ra. Khoảng tin cậy đi theo tổng điểm và giữ nguyên độ rộng, vì điểm chấm không có sai số chọn mẫu.",
  "what_if_parts.sentence":
    "Đơn vị có {total:decimal} điểm trên {max:decimal}. Các mục dưới đây còn có thể thêm {gap:decimal} điểm.",
  "what_if_parts.table": "Các mục tự làm được: điểm hiện có và điểm tối đa",
  "what_if_parts.gap": "Còn có thể thêm",
  "try.field": "Thử điểm",
  "try.label": "Thử điểm của {leaf}",
  "try.total": "Tổng điểm khi đó: {total} trên {max} ({gained}). Chỉ số: {percent}%.",
  "try.interval": "Khoảng tin cậy 95% của tổng điểm: {low} – {high}.",
  "try.no_interval": "Chưa biết sai số của phần khảo sát, nên không có khoảng tin cậy.",
  "try.reached": "Mục tiêu {goal}: đạt.",
  "try.missing": "Mục tiêu {goal}: còn thiếu {missing} điểm.",
  "try.wrong": "{n} ô không phải là điểm từ 0 đến điểm tối đa; những mục đó được giữ nguyên.",
  "try.reset": "Trở lại điểm hiện có",

  "findings.title": "Những điều chính, và chắc chắn đến đâu?",
  "findings.note":
    'Mỗi câu do quy tắc viết ra từ số liệu và đi cùng một phép kiểm định ở mức 5%. "Chưa thể nói" không có nghĩa là bằng nhau: mẫu chưa đủ để phân biệt.',
  "findings.table": "Từng phát hiện và phép kiểm định của nó",
  "findings.finding": "Phát hiện",
  "findings.verdict": "Kết luận",
  "findings.test": "Phép kiểm định",
  "findings.p": "p",
  "findings.no_error": "không có sai số nào được công bố hoặc ước lượng được",
  "findings.leader": "Đơn vị đứng đầu so với mọi đơn vị khác",
  "findings.last": "Đơn vị đứng cuối so với mọi đơn vị khác",
  "findings.sure_ranks": "Số đơn vị có thứ hạng chắc chắn",
  "findings.change": "Thay đổi của cả nước",
  "findings.changes": "Thay đổi của từng tỉnh",
  "findings.percent": "{value:percent}",
  "findings.points": "{value:decimal} điểm",
  "findings.leader_alone":
    "{unit} có kết quả cao nhất ({value}) và phân biệt được với cả {of:count} đơn vị khác.",
  "findings.leader_shared":
    "{unit} có kết quả cao nhất ({value}), nhưng chưa thể nói là hơn {n:count} trong {of:count} đơn vị khác.",
  "findings.leader_of_none":
    "{unit} có kết quả cao nhất ({value}), nhưng chưa thể nói là hơn đơn vị nào trong {of:count} đơn vị khác.",
  "findings.leader_untested":
    "{unit} có kết quả cao nhất ({value}); không có sai số nên chưa kiểm định được là có hơn các đơn vị khác hay không.",
  "findings.last_alone":
    "{unit} có kết quả thấp nhất ({value}) và phân biệt được với cả {of:count} đơn vị khác.",
  "findings.last_shared":
    "{unit} có kết quả thấp nhất ({value}), nhưng chưa thể nói là kém {n:count} trong {of:count} đơn vị khác.",
  "findings.last_of_none":
    "{unit} có kết quả thấp nhất ({value}), nhưng chưa thể nói là kém đơn vị nào trong {of:count} đơn vị khác.",
  "findings.last_untested":
    "{unit} có kết quả thấp nhất ({value}); không có sai số nên chưa kiểm định được là có kém các đơn vị khác hay không.",
  "findings.sure":
    "{n:count} trong {of:count} đơn vị có thứ hạng chắc chắn: tập hạng đồng thời 95% chỉ gồm một hạng.",
  "findings.rise":
    "Cả nước tăng {change:number} điểm phần trăm so với năm {earlier} (khoảng tin cậy 95% từ {low:signed} đến {high:signed}).",
  "findings.fall":
    "Cả nước giảm so với năm {earlier}: thay đổi {change:signed} điểm phần trăm (khoảng tin cậy 95% từ {low:signed} đến {high:signed}).",
  "findings.no_change":
    "Chưa thể nói cả nước tăng hay giảm so với năm {earlier}: thay đổi {change:signed} điểm phần trăm, khoảng tin cậy 95% từ {low:signed} đến {high:signed} chứa số 0.",
  "findings.provinces":
    "So với năm {earlier}, trong {of:count} tỉnh so sánh được {up?không tỉnh nào|có 1 tỉnh|có # tỉnh} tăng và {down?không tỉnh nào|1 tỉnh|# tỉnh} giảm đã được xác lập, xét chung mọi tỉnh; với các tỉnh còn lại chưa thể nói là tăng hay giảm.",
  "findings.no_province":
    "So với năm {earlier}, xét chung {of:count} tỉnh so sánh được, chưa thể nói tỉnh nào tăng hay giảm.",
  "verdict.established": "đã được xác lập",
  "verdict.not_established": "chưa được xác lập",
  "verdict.not_tested": "không kiểm định được",
  "test.pairs_holm": "kiểm định t mọi cặp tỉnh, bậc tự do Satterthwaite, xét chung theo Holm",
  "test.pairs_simultaneous": "so sánh đồng thời mọi cặp, độ tin cậy 95%",
  "test.rank_sets": "tập hạng đồng thời 95%",
  "test.change": "khoảng tin cậy 95% của thay đổi, đã tính những huyện có ở cả hai năm",
  "test.changes_holm": "kiểm định t thay đổi của từng tỉnh, xét chung theo Holm",

  "chapter.action_plan": "Kế hoạch hành động",
  "download.paper": "{title}: {subject} (bản nháp DOCX)",
  "action_plan.title": "Đơn vị nên làm gì, ai làm, khi nào xong?",
  "action_plan.note":
    "Biện pháp, người chịu trách nhiệm và thời hạn để trống cho đơn vị điền. Điểm bị trừ và điểm yếu đã xác lập là kết quả; khoảng cách chưa xác lập chỉ gợi ý nơi xem xét trước, vì mẫu chưa đủ để nói đơn vị kém phần còn lại. Đơn vị phụ trách được ghi ở đâu có phân công.",
  "action_plan.first_mend":
    "{n?Không có nội dung nào|1 nội dung|# nội dung} cần khắc phục; nên bắt đầu từ: {names}.",
  "action_plan.first_gap":
    "Chưa xác lập được nội dung nào kém phần còn lại của cả nước; nên xem xét trước: {names}.",
  "action_plan.lost_points": "Điểm bị trừ và việc khắc phục, nhiều nhất trước",
  "action_plan.weakness": "Điểm yếu đã xác lập và việc khắc phục, kém nhất trước",
  "action_plan.gap": "Xem xét trước: khoảng cách lớn nhất, chưa được xác lập",
  "action_plan.matter": "Nội dung",
  "action_plan.measure": "Biện pháp",
  "action_plan.owner": "Người chịu trách nhiệm",
  "action_plan.deadline": "Thời hạn",
  "action_plan.difference": "Kém phần còn lại (điểm %)",
  "action_plan.no_department": "chưa ghi đơn vị phụ trách",
  "action_plan.blocks_only": "Điểm của từng tiêu chí không được công bố, nên chỉ nêu được hai khối điểm.",
  "paper.notice":
    "Bản nháp do phần mềm lập từ kết quả; lời văn là gợi ý, không phải mẫu chính thức; chỗ chấm để người soạn điền",
  "paper.annex_of": "(Kèm theo {paper} số          /               ngày      tháng      năm         )",
  "paper.plan": "KẾ HOẠCH",
  "paper.plan_name": "Kế hoạch",
  "paper.plan_subject": "Khắc phục tồn tại, nâng cao kết quả cải cách hành chính theo kết quả năm {round}",
  "paper.plan_purpose":
    "Kế hoạch này nêu những nội dung mà {unit} bị trừ điểm hoặc được đánh giá thấp hơn phần còn lại của cả nước, theo kết quả năm {round}.",
  "paper.plan_matters":
    "Từng nội dung, với điểm bị trừ và đơn vị phụ trách ở đâu đã có phân công, ghi ở Phụ lục.",
  "paper.plan_blanks":
    "Biện pháp, người chịu trách nhiệm và thời hạn của từng nội dung do đơn vị điền trước khi ban hành: ……………………………",
  "paper.plan_gaps":
    "Khoảng cách chưa được xác lập không phải là kết luận: mẫu khảo sát chưa đủ để nói đơn vị kém phần còn lại ở nội dung đó.",
  "paper.plan_annex": "Nội dung cần khắc phục theo kết quả năm {round} của {unit}",
  "paper.submission": "TỜ TRÌNH",
  "paper.submission_name": "Tờ trình",
  "paper.decision": "QUYẾT ĐỊNH",
  "paper.decision_name": "Quyết định",
  "paper.approval_subject": "Phê duyệt kết quả {index} năm {round}",
  "paper.reform_department": "Vụ Cải cách hành chính",
  "paper.minister": "Bộ trưởng Bộ Nội vụ",
  "paper.submission_opening":
    "Vụ Cải cách hành chính trình Bộ trưởng kết quả {index} năm {round} của {n:count} đơn vị được xếp hạng, như sau:",
  "paper.submission_method":
    "Quy tắc tính nào đã có nguồn xác nhận, quy tắc nào suy ra hoặc giả định, ghi ở chương Phương pháp của báo cáo.",
  "paper.submission_ask":
    "Kính trình Bộ trưởng xem xét, phê duyệt kết quả {index} năm {round} theo danh sách tại Phụ lục./.",
  "paper.decider": "BỘ TRƯỞNG BỘ NỘI VỤ",
  "paper.basis": "Căn cứ ………………………………………………………………;",
  "paper.proposal": "Xét đề nghị của Vụ trưởng Vụ Cải cách hành chính,",
  "paper.decides": "QUYẾT ĐỊNH:",
  "paper.article": "Điều {n:count}.",
  "paper.article_1":
    "Phê duyệt kết quả {index} năm {round} của {n:count} đơn vị được xếp hạng tại Phụ lục kèm theo Quyết định này.",
  "paper.article_2": "Quyết định này có hiệu lực thi hành kể từ ngày ký.",
  "paper.article_3": "…………………………………………… chịu trách nhiệm thi hành Quyết định này./.",
  "paper.copy_article_3": "Như Điều 3",
  "paper.ranking_annex": "Kết quả {index} năm {round}, theo thứ hạng",
  "paper.ranking_note":
    "Thứ hạng tính trên số chưa làm tròn. Hai đơn vị có khoảng tin cậy chồng lên nhau thì chưa thể nói đơn vị nào hơn, dù thứ hạng khác nhau.",

  "letter.draft": "DỰ THẢO",
  "letter.nation": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  "letter.motto": "Độc lập - Tự do - Hạnh phúc",
  "letter.number": "Số:            /",
  "letter.about": "V/v {subject}",
  "letter.blank_place": "……………",
  "letter.date": "{place}, ngày      tháng      năm         ",
  "letter.to": "Kính gửi:",
  "letter.copies": "Nơi nhận:",
  "letter.blank_signer": "……………………………",
  "letter.annex": "PHỤ LỤC",
  "letter.annex_of": "(Kèm theo Công văn số          /               ngày      tháng      năm         )",

  "letter.subject":
    "đôn đốc tham gia khảo sát trực tuyến phục vụ xác định Chỉ số cải cách hành chính năm {round}",
  "letter.subject_unit":
    "khắc phục tồn tại trong tham gia khảo sát trực tuyến phục vụ xác định Chỉ số cải cách hành chính năm {round}",
  "letter.ministry": "Bộ Nội vụ",
  "letter.ministry_place": "Hà Nội",
  "letter.committee": "Ủy ban nhân dân",
  "letter.province": "Ủy ban nhân dân tỉnh {unit}",
  "letter.city": "Ủy ban nhân dân thành phố {unit}",
  "letter.of_province": "tỉnh {unit}",
  "letter.of_city": "thành phố {unit}",
  "letter.open":
    "Bộ Nội vụ đang tổ chức khảo sát trực tuyến phục vụ xác định Chỉ số cải cách hành chính năm {round} của các bộ, cơ quan ngang bộ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương, từ ngày {opens:date} đến hết ngày {closes:date}.",
  "letter.closed":
    "Bộ Nội vụ đã tổ chức khảo sát trực tuyến phục vụ xác định Chỉ số cải cách hành chính năm {round} của các bộ, cơ quan ngang bộ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương, từ ngày {opens:date} đến hết ngày {closes:date}.",
  "letter.printed":
    "Bộ Nội vụ đã tổng hợp việc tham gia khảo sát trực tuyến năm {round} của các bộ, cơ quan ngang bộ, Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương.",
  "letter.until":
    "Theo số liệu tổng hợp đến hết ngày {as_of:date}, việc tham gia khảo sát của {unit} chưa đạt yêu cầu: có phiếu mà tỷ lệ trả lời thấp hơn {threshold:percent_short} số người đã đăng ký.",
  "letter.until_unit":
    "Theo số liệu Bộ Nội vụ tổng hợp đến hết ngày {as_of:date}, việc tham gia khảo sát trực tuyến năm {round} của {unit} chưa đạt yêu cầu: có phiếu mà tỷ lệ trả lời thấp hơn {threshold:percent_short} số người đã đăng ký.",
  "letter.registered":
    "Cụ thể: Tổng số công chức của {departments} đăng ký tham gia là {n:two} người. Tuy nhiên, {place} chỉ có {answers}.",
  "letter.not_all_registered": "Cụ thể: {place} chỉ có {answers}.",
  "letter.place_province": "toàn tỉnh {unit}",
  "letter.place_city": "toàn thành phố {unit}",
  "letter.place_ministry": "{unit}",
  "letter.answers_first": "{n:two} lượt công chức trả lời {form}",
  "letter.answers": "{n:two} lượt trả lời {form}",
  "letter.answers_of": "{answers} trên {registered:two} người đăng ký",
  "letter.persons":
    "Tính theo người, mỗi người một lần, tỷ lệ có câu trả lời hợp lệ thấp nhất là {percent:percent1} ({form}: {n:two} trong {registered:two} người).",
  "letter.mail": "Thư mời trả lời {form} không đến được {n:two} người: {kinds}.",
  "letter.mail_domain": "Ở tên miền {mail_domain}, lỗi nằm ở cả tên miền, không ở từng hộp thư.",
  "letter.mail_kind": "{n:two} người {kind}",
  "mail.wrong_address": "có địa chỉ sai",
  "mail.mailbox_full": "có hộp thư đầy",
  "mail.rejected": "có thư bị máy chủ nhận từ chối",
  "mail.blocked": "không có địa chỉ gửi được",
  "mail.unspecified": "không rõ lý do",
  "letter.forecast":
    "Với tiến độ hiện nay, đến hết ngày {closes:date} dự báo có {n:two} người trả lời {form} (khoảng dự báo 95%: từ {low:two} đến {high:two} người), trong khi chỉ tiêu là {target:two} người.",
  "letter.ask":
    "Để việc khảo sát đạt chất lượng, hiệu quả cao, Bộ Nội vụ đề nghị {unit} chỉ đạo các cơ quan, đơn vị thực hiện một số nội dung sau:",
  "letter.ask_unit":
    "Để việc khảo sát đạt chất lượng, hiệu quả cao, {unit} yêu cầu {departments} có giải pháp cụ thể để khắc phục tồn tại nêu trên, cụ thể như sau:",
  "letter.ask_persons":
    "Đảm bảo tất cả cán bộ, công chức được chọn cử tham gia khảo sát trực tuyến đầy đủ, nghiêm túc và hoàn thành trước khi hết ngày {closes:date};",
  "letter.ask_persons_later":
    "Đảm bảo tất cả cán bộ, công chức được chọn cử tham gia khảo sát trực tuyến đầy đủ, nghiêm túc trong các lần khảo sát tiếp theo;",
  "letter.ask_mail":
    "Đảm bảo hộp thư điện tử công vụ đã đăng ký của tất cả công chức tiếp nhận đầy đủ thư điện tử hướng dẫn khảo sát trực tuyến từ Bộ Nội vụ; rà soát, sửa các địa chỉ bị lỗi theo danh sách mã số gửi kèm (danh sách không ghi họ tên);",
  "letter.ask_together":
    "Phối hợp chặt chẽ với Bộ Nội vụ trong quá trình triển khai khảo sát trực tuyến phục vụ xác định Chỉ số cải cách hành chính của các bộ, tỉnh.",
  "letter.close": "Bộ Nội vụ đề nghị {unit} quan tâm, chỉ đạo thực hiện./.",
  "letter.close_unit": "Yêu cầu {departments} triển khai thực hiện nghiêm túc các nội dung trên./.",
  "letter.departments_districts": "các Sở, ban, ngành cấp tỉnh; Ủy ban nhân dân các huyện, thành phố, thị xã",
  "letter.departments_communes": "các Sở, ban, ngành cấp tỉnh; Ủy ban nhân dân các xã, phường, đặc khu",
  "letter.departments_ministry": "các cơ quan, đơn vị thuộc, trực thuộc {unit}",
  "letter.to_departments": "Các Sở, ban, ngành cấp tỉnh",
  "letter.to_districts": "Ủy ban nhân dân các huyện, thành phố, thị xã",
  "letter.to_communes": "Ủy ban nhân dân các xã, phường, đặc khu",
  "letter.to_ministry_departments": "Các cơ quan, đơn vị thuộc, trực thuộc {unit}",
  "letter.copy_above": "Như trên",
  "letter.copy_minister": "Bộ trưởng (để b/c)",
  "letter.copy_home_affairs": "Sở Nội vụ {place}",
  "letter.copy_file": "Lưu: VT, CCHC",
  "letter.copy_file_unit": "Lưu: VT",
  "letter.copy_chair": "Chủ tịch Ủy ban nhân dân {place} (để b/c)",
  "letter.copy_head": "Lãnh đạo {unit} (để b/c)",
  "letter.annex_title": "Số liệu tham gia khảo sát trực tuyến năm {round} của {unit}",
  "letter.annex_forms": "Theo từng phiếu, đến hết ngày {as_of:date}",
  "letter.annex_groups": "Theo nhóm người trả lời, đến hết ngày {as_of:date}",
  "letter.annex_mail": "Thư mời không đến được, theo tên miền",
  "letter.annex_note":
    "Lượt là số lần gửi câu trả lời; người là số người có câu trả lời hợp lệ, mỗi người tính một lần. [x]: không có số liệu.",
  "letter.annex_document": "Số liệu do {document} ngày {date:date} in.",
  "letter.form": "Phiếu",
  "letter.group": "Nhóm",
  "letter.n_registered": "Đăng ký (người)",
  "letter.n_answers": "Trả lời (lượt)",
  "letter.n_valid": "Hợp lệ (người)",
  "letter.percent": "Tỷ lệ (%)",
  "letter.mail_address": "Tên miền",
  "letter.mail_why": "Lỗi",
  "letter.mail_n": "Số người",

  "chapter.monitor": "Theo dõi tham gia khảo sát",

  "monitor.title": "Theo dõi tham gia khảo sát",
  "monitor.national": "Toàn quốc",
  "monitor.provinces": "Từng tỉnh, thành phố",
  "monitor.ministries": "Từng bộ, cơ quan ngang bộ",
  "monitor.form": "Phiếu",
  "monitor.day": "đến hết ngày {day:date}",
  "monitor.all_groups": "tất cả",
  "monitor.ungrouped": "không ghi nhóm",

  "standing.title": "Đã trả lời đến đâu, và đến ngày đóng còn thiếu bao nhiêu so với chỉ tiêu?",
  "standing.note":
    "Người là số người có câu trả lời hợp lệ, mỗi người tính một lần; lượt là số lần gửi, kể cả gửi lại. Dự báo giả định nhịp trả lời của những ngày vừa qua tiếp tục đến ngày đóng; khoảng dự báo chỉ gồm dao động theo ngày, không gồm việc nhắc hay sự cố. Chỉ tiêu nào ghi là giả định thì chưa có nguồn chính thức.",
  "standing.sentence":
    "{form}: {valid:count} trong {registered:count} người đăng ký đã có câu trả lời hợp lệ ({percent:percent1}), {answers:count} lượt gửi; còn {days:count} ngày.",
  "standing.sentence_answers":
    "{unit}, {form}: {answers:count} lượt trả lời trên {registered:count} người đăng ký ({percent:percent1}); tài liệu {document} không nói bao nhiêu người.",
  "standing.below":
    "{form}: {below:count} trong {of:count} đơn vị có chỉ tiêu sẽ không đạt nếu giữ nhịp này; xa nhất là {unit} (hiện có {valid:count} người, chỉ tiêu {target:count}).",
  "standing.forecast":
    "{form}: theo nhịp hiện nay, đến hết ngày {closes:date} sẽ có khoảng {n:count} người (khoảng dự báo 95%: {low:count} đến {high:count}); chỉ tiêu {target:count}.",
  "standing.map": "{form}: tỷ lệ người đăng ký đã trả lời, từng tỉnh",
  "standing.map_subtitle":
    "Mỗi tỉnh một ô bằng nhau, gần đúng vị trí. Viền cam đậm: sẽ không đạt chỉ tiêu nếu giữ nhịp này. Hoàng Sa thuộc ô Đà Nẵng, Trường Sa thuộc ô Khánh Hòa.",
  "standing.map_description":
    "Bản đồ ô của {n:count} tỉnh: {below:count} tỉnh sẽ không đạt chỉ tiêu nếu giữ nhịp này; tỷ lệ thấp nhất là {unit} ({percent:percent1}).",
  "standing.legend": "Đã trả lời",
  "standing.step1": "dưới 20%",
  "standing.step2": "20 đến dưới 40%",
  "standing.step3": "40 đến dưới 60%",
  "standing.step4": "60 đến dưới 80%",
  "standing.step5": "từ 80%",
  "standing.no_figure": "không có số liệu [x]",
  "standing.table": "{form}: từng đơn vị, xa chỉ tiêu nhất đứng trước",
  "standing.own_table": "Từng phiếu và nhóm người trả lời",
  "standing.group": "Nhóm",
  "standing.registered": "Đăng ký",
  "standing.valid": "Hợp lệ (người)",
  "standing.answers": "Lượt",
  "standing.percent": "Tỷ lệ (%)",
  "standing.target": "Chỉ tiêu",
  "standing.forecast_n": "Dự báo ngày đóng",
  "standing.forecast_interval": "Khoảng dự báo 95%",
  "standing.range": "{low:count} – {high:count}",
  "standing.shortfall": "Thiếu (dự báo)",
  "standing.margin": "Sai số khi thiếu (± điểm %)",
  "standing.no_target": "đơn vị chưa có chỉ tiêu",
  "standing.persons_unknown": "tài liệu chỉ in số lượt, không in số người",
  "forecast.closed": "phiếu đã đóng",
  "forecast.too_early": "còn quá sớm để dự báo",
  "forecast.no_rule": "năm này chưa đặt cách dự báo",
  "forecast.not_open": "phiếu chưa mở",
  "forecast.document": "số liệu của một tài liệu, không có dự báo",

  "funnel.title": "Thư mời dừng lại ở bước nào?",
  "funnel.note":
    "Mỗi bước đếm người, đến hết ngày theo dõi. Không đến được: lần gửi cuối bị trả lại. Không gửi được: không có địa chỉ dùng được.",
  "funnel.sentence":
    "{form}: bước mất nhiều người nhất là từ “{before}” ({n_before:count}) đến “{after}” ({n_after:count}).",
  "funnel.chart": "{form}: từ đăng ký đến câu trả lời hợp lệ, {domain}",
  "funnel.description":
    "Biểu đồ thanh {n:count} bước, từ {first:count} người đăng ký đến {last:count} người có câu trả lời hợp lệ.",
  "funnel.axis": "Số người",
  "funnel.table": "Số người ở từng bước, {domain}",
  "funnel.registered": "Đăng ký",
  "funnel.invited": "Đã gửi lời mời",
  "funnel.delivered": "Thư đến nơi",
  "funnel.started": "Bắt đầu trả lời",
  "funnel.submitted": "Gửi câu trả lời",
  "funnel.valid": "Hợp lệ",
  "funnel.bounced": "Không đến được",
  "funnel.blocked": "Không gửi được",
  "funnel.opted_out": "Từ chối nhận",
  "funnel.answers": "Lượt gửi",

  "trend.title": "Số người trả lời tăng theo ngày thế nào, có kịp chỉ tiêu không?",
  "trend.note":
    "Đường liền là số người có câu trả lời hợp lệ cộng dồn. Dải xanh bắt đầu từ chỉ tiêu. Đường đứt và dải cam là dự báo và khoảng dự báo 95%, với giả định nhịp những ngày vừa qua tiếp tục.",
  "trend.chart": "{form}: số người có câu trả lời hợp lệ, {domain}",
  "trend.subtitle": "Cộng dồn theo ngày, {opens:date} đến {closes:date}; tính đến hết ngày {as_of:date}.",
  "trend.description":
    "Biểu đồ đường: đến hết ngày {as_of:date} có {n:count} người; ngày đóng {closes:date}.",
  "trend.axis": "Số người",
  "trend.target": "chỉ tiêu {n:count}",
  "trend.registered": "đăng ký {n:count}",
  "trend.forecast": "dự báo {n:count} ({low:count}–{high:count})",

  "rates.title": "Tỷ lệ trả lời theo định nghĩa quốc tế là bao nhiêu?",
  "rates.note":
    "RR, COOP, REF, CON là các tỷ lệ trả lời, hợp tác, từ chối và tiếp xúc theo Standard Definitions của AAPOR. Người thay thế không bao giờ làm tăng tỷ lệ.",
  "rates.table": "Các tỷ lệ theo AAPOR, {domain}",
  "rates.rate": "Tỷ lệ",
  "rates.none": "chưa có ai để tính",

  "mail_failures.title": "Thư mời không đến được ở đâu, vì sao?",
  "mail_failures.note":
    "Đếm người có lần gửi cuối không đến được, không đếm số thư. Danh sách để sửa nằm trong tệp XLSX của từng đơn vị, chỉ ghi mã số.",
  "mail_failures.sentence": "{n:count} người có thư mời không đến được ({form}).",
  "mail_failures.broken":
    "Tên miền {mail_domain} hỏng từ ngày {day:date}: {n:count} trong {sent:count} người không nhận được. Lỗi ở tên miền, không ở từng người.",
  "mail_failures.units": "Đơn vị có nhiều người không nhận được thư nhất",
  "mail_failures.table": "Thư không đến được, theo tên miền và lỗi, {domain}",
  "mail_failures.domain": "Tên miền",
  "mail_failures.kind": "Lỗi",
  "mail_failures.n": "Số người",
  "mail_failures.sent": "Đã gửi (người)",
  "mail_failures.percent": "Không đến trong tên miền (%)",
  "mail_failures.since": "Từ ngày",
  "mail_failures.no_domain": "không rõ tên miền",
  "failure.wrong_address": "địa chỉ sai",
  "failure.mailbox_full": "hộp thư đầy",
  "failure.rejected": "máy chủ nhận từ chối",
  "failure.blocked": "không có địa chỉ gửi được",
  "failure.unspecified": "không rõ lý do",

  "field_quality.title": "Phỏng vấn tại nhà có dấu hiệu nào cần xem lại?",
  "field_quality.note":
    "Dấu hiệu là lời mời xem lại, không phải kết luận: không phiếu nào bị loại ở đây. Mỗi con số đặt cạnh phân bố của những người cùng việc; ngưỡng là giả định ghi trong campaign.yaml.",
  "field_quality.sentence": "{n:count} dấu hiệu trên {of:count} phép so sánh với người cùng việc.",
  "field_quality.none": "Không có dấu hiệu nào trong {of:count} phép so sánh với người cùng việc.",
  "field_quality.table": "Dấu hiệu, xa người cùng việc nhất đứng trước",
  "field_quality.actor": "Ai, ở đâu",
  "field_quality.measure": "Số đo",
  "field_quality.value": "Giá trị",
  "field_quality.peers": "Trung vị người cùng việc",
  "field_quality.quartiles": "Nửa giữa",
  "field_quality.range": "{low:number} – {high:number}",
  "field_quality.distance": "Khoảng cách (z bền)",
  "field_quality.equal_peers": "phần lớn người cùng việc có giá trị như nhau, không tính được z",
  "field_quality.forms": "Số phiếu",
  "actor.interviewer": "điều tra viên {key}",
  "actor.team": "tổ {key}",
  "actor.area": "địa bàn {key}",
  "actor.device": "thiết bị {key}",
  "measure.pace": "phiếu mỗi ngày làm việc",
  "measure.median_minutes": "số phút một phiếu (trung vị)",
  "measure.short": "tỷ lệ phiếu quá ngắn",
  "measure.night": "tỷ lệ phiếu nhập ban đêm",
  "measure.straight": "tỷ lệ phiếu trả lời một mức",
  "measure.blank": "tỷ lệ câu bỏ trống",
  "measure.device": "tỷ lệ phiếu từ một thiết bị quá nhiều",

  "exceptions.title": "Điều gì trong kho dữ liệu không khớp?",
  "exceptions.note":
    "Mỗi loại một danh sách; không sửa, không lặng lẽ bỏ qua. Mã số là mã của phiếu hoặc của người được mời, không phải họ tên. Danh sách dài chỉ nêu các mã đầu.",
  "exceptions.sentence": "{n:count} trường hợp thuộc {kinds:count} loại.",
  "exceptions.table": "Các trường hợp không khớp, theo loại, {domain}",
  "exceptions.kind": "Loại",
  "exceptions.n": "Số trường hợp",
  "exceptions.excluded": "Không tính là hợp lệ",
  "exceptions.keys": "Mã số (đầu danh sách)",
  "exceptions.more": "{keys} … và {n:count} mã nữa",
  "exception.no_token": "phiếu không có mã",
  "exception.unknown_token": "phiếu có mã không có trong danh sách",
  "exception.second_answer": "cùng một mã gửi lần nữa",
  "exception.before_opening": "gửi trước ngày mở",
  "exception.after_closing": "gửi sau ngày đóng",
  "exception.unknown_unit": "người thuộc đơn vị không có trong danh mục",
  "exception.two_units": "một người ở hai đơn vị",
  "exception.listed_twice": "một người có hai dòng",
  "exception.unknown_group": "nhóm không có trong campaign.yaml",
  "exception.delivery_without_person": "thư gửi cho mã không có trong danh sách",
  "exception.unknown_delivery_status": "trạng thái thư không hiểu được",
  "exception.poll_closes_before_opening": "cuộc lấy ý kiến đóng trước khi mở",
  "exception.poll_answer_unknown": "câu trả lời không có trong phiếu lấy ý kiến",
  "exception.answered_before_asked": "trả lời trước khi hỏi",

  "balance.title": "Mọi phiếu nhận được đã đi đâu?",
  "balance.note":
    "Số phiếu trong kho bằng số hợp lệ cộng mọi loại không tính; nếu không bằng, việc theo dõi dừng lại và nói vì sao.",
  "balance.table": "Từ kho dữ liệu đến phiếu hợp lệ",
  "balance.n": "Số phiếu",
  "balance.in_store": "trong kho",
  "balance.test_response": "phiếu thử",
  "balance.no_token": "không có mã",
  "balance.unknown_token": "mã không có trong danh sách",
  "balance.not_submitted": "chưa gửi",
  "balance.before_opening": "trước ngày mở",
  "balance.after_closing": "sau ngày đóng",
  "balance.second_answer": "gửi lần nữa",
  "balance.valid": "hợp lệ",
  "balance.valid_without_unit": "trong đó không thuộc đơn vị nào",

  "polls.title": "Những người tham gia xin ý kiến trực tuyến trả lời thế nào?",
  "polls.note":
    "Ai muốn thì trả lời: các tỷ lệ chỉ nói về chính những người đã trả lời, không nói về người dân hay công chức nói chung. Vì vậy không có khoảng tin cậy nào được in.",
  "polls.sentence": "{title}: {n:count} lượt trả lời, tự chọn tham gia.",
  "polls.chart": "{wording}",
  "polls.subtitle": "{title}. Người trả lời tự chọn tham gia; {n:count} câu trả lời.",
  "polls.description": "Biểu đồ thanh số người chọn từng phương án, {n:count} phương án.",
  "polls.table": "{title}",
  "polls.question": "Câu hỏi và phương án",
  "polls.n": "Số người chọn",
  "polls.percent": "Trong số câu trả lời (%)",
  "polls.no_answers": "chưa có câu trả lời",

  "questions.title": "Hỏi – đáp: bao nhiêu câu được trả lời, có đúng hạn không?",
  "questions.note":
    "Tỷ lệ đúng hạn tính trên những câu đã trả lời hoặc đã quá hạn. Trung vị số ngày chỉ tính trên những câu đã trả lời.",
  "questions.sentence": "Nhận {asked:count} câu hỏi, đã trả lời {answered:count}, còn {open:count}.",
  "questions.table": "Theo chủ đề, {domain}",
  "questions.units": "Theo đơn vị, nhiều câu quá hạn nhất đứng trước",
  "questions.topic": "Chủ đề",
  "questions.asked": "Hỏi",
  "questions.answered": "Đã trả lời",
  "questions.open": "Chưa trả lời",
  "questions.overdue": "Quá hạn",
  "questions.in_time": "Đúng hạn (%)",
  "questions.days": "Số ngày (trung vị)",
  "questions.all": "tất cả",
  "questions.no_limit": "năm này chưa đặt thời hạn trả lời",
  "questions.none_due": "chưa có câu nào đến hạn",
  "questions.none_answered": "chưa có câu nào được trả lời",

  "reminders.title": "Ai cần được nhắc, địa chỉ nào cần sửa?",
  "reminders.note":
    "Danh sách chỉ ghi mã số; đơn vị đối chiếu với danh sách của mình. Không có họ tên, không có câu trả lời. Tệp dành riêng cho đơn vị.",
  "reminders.download": "Danh sách cần nhắc, chỉ ghi mã số (XLSX)",
  "reminders.table": "{form}: {n:count} người",
  "reminders.token": "Mã số",
  "reminders.what": "Việc cần làm",
  "reminders.not_invited": "gửi lời mời",
  "reminders.mend_address": "sửa địa chỉ",
  "reminders.not_started": "nhắc bắt đầu",
  "reminders.not_submitted": "nhắc gửi câu trả lời",
  "reminders.mails": "Số lần gửi",
  "reminders.last": "Lần gửi cuối",
  "reminders.never": "chưa gửi",
  "reminders.on_paper": "gửi bằng giấy hoặc chưa gửi",

  "drafts.title": "Dự thảo công văn đôn đốc",
  "drafts.subtitle": "Ngưỡng {threshold:percent_short} số người đăng ký",
  "drafts.list": "Đơn vị có phiếu dưới ngưỡng",
  "drafts.note": "Ngưỡng do người chạy lệnh đặt, không có giá trị mặc định. Số, ngày và chữ ký để trống.",
  "drafts.sentence": "{n:count} đơn vị có ít nhất một phiếu dưới ngưỡng.",
  "drafts.unit": "Đơn vị",
  "drafts.lowest": "Tỷ lệ thấp nhất (%)",
  "drafts.to_unit": "Công văn của Bộ Nội vụ gửi {unit}",
  "drafts.to_departments": "Công văn của {unit} gửi các cơ quan trực thuộc",
  "drafts.word": "{letter} (Word)",

  "signals.title": "Hôm nay cần xử lý việc gì, ở đâu?",
  "signals.note":
    "Danh sách suy ra từ số liệu đến hết ngày theo dõi, theo quy tắc ghi trong campaign.yaml; mỗi quy tắc giả định đều nêu lý do ở đó.",
  "signals.sentence": "{kind}: {names}.",
  "signals.more": "{names} và {n:count} đơn vị nữa",
  "signals.table": "Việc cần xử lý",
  "signals.what": "Việc",
  "signals.n": "Số người (phiếu nhiều nhất)",
  "signals.everywhere": "không thuộc đơn vị nào",
  "signal.not_invited": "chưa gửi lời mời",
  "signal.silent": "thư đã đến mà chưa ai bắt đầu",
  "signal.misses_target": "dự báo không đạt chỉ tiêu",
  "signal.broken_domain": "tên miền thư hỏng",
  "signal.exception": "dữ liệu không khớp",
  "signal.fieldwork": "phỏng vấn cần xem lại",
} as const;
