/** Every word of the reports, in the original. A placeholder is `{name}`, or `{name:format}` for a number or a date. */
export const vi = {
  "nav.skip": "Đến nội dung chính",
  "nav.files": "Các phần của báo cáo",
  "nav.contents": "Trong báo cáo này",
  "page.note": "Đọc thế nào cho đúng.",

  "provenance.mark": "dữ liệu minh họa – invented respondents",
  "provenance.warning":
    "Người trả lời trong phần khảo sát là do máy tính tạo ra để giới thiệu hệ thống. Không con số nào trong đó nói lên điều gì về địa phương mang tên; không trích dẫn, không dùng để đánh giá.",
  "provenance.short": "dữ liệu minh họa",
  "provenance.illustrative": "dữ liệu minh họa – invented respondents",
  "provenance.published": "số liệu đã công bố",
  "provenance.derived": "suy ra từ số liệu đã công bố",
  "provenance.published_and_derived": "số liệu đã công bố và số suy ra từ đó",

  "mark.c": "không công bố vì có quá ít câu trả lời",
  "mark.x": "không có số liệu",
  "mark.z": "không áp dụng",

  "footer.release": "Kỳ công bố",
  "footer.date": "Ngày",
  "footer.snapshot": "Ảnh chụp dữ liệu",
  "footer.method": "Phương pháp",
  "footer.code": "Phiên bản chương trình",

  "release.title": "Chỉ số hài lòng và cải cách hành chính",
  "release.subtitle": "Kỳ công bố {release}, ngày {date:date}",
  "release.national": "Báo cáo toàn quốc",
  "release.provinces": "Báo cáo của từng tỉnh, thành phố",
  "release.ministries": "Báo cáo của từng bộ, cơ quan ngang bộ",

  "bundle.overview": "Kết quả chính",
  "bundle.national": "Báo cáo toàn quốc",
  "bundle.national_title": "Kết quả toàn quốc",
  "bundle.province": "Báo cáo của tỉnh, thành phố",
  "bundle.ministry": "Báo cáo của bộ, cơ quan ngang bộ",

  "chapter.sipas": "Chỉ số hài lòng SIPAS",
  "chapter.par_ministry": "PAR INDEX các bộ",
  "chapter.par_history": "PAR INDEX qua các năm",
  "chapter.method": "Phương pháp",

  "column.rank": "Hạng",
  "column.unit": "Đơn vị",
  "column.province": "Tỉnh, thành phố",
  "column.ministry": "Bộ, cơ quan ngang bộ",
  "column.region": "Vùng",
  "column.satisfied": "Hài lòng (%)",
  "column.interval": "Khoảng tin cậy 95%",
  "column.responses": "Số phiếu",

  "column.part": "Phần",
  "column.points": "Điểm",
  "column.max": "Điểm tối đa",
  "column.appraised": "Điểm thẩm định",
  "column.survey": "Điểm điều tra xã hội học",
  "column.total": "Tổng điểm",

  "recipe.plain": "mỗi phiếu tính như nhau",
  "recipe.design": "tính trọng số theo thiết kế mẫu",

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
  "sipas_ranking.ends": "Năm tỉnh đứng đầu và năm tỉnh đứng cuối",
  "sipas_ranking.table": "Kết quả của tất cả các tỉnh, cách tính: {recipe}",
  "sipas_ranking.tied": "bằng nhau khi làm tròn, khác nhau khi tính đủ",
  "sipas_ranking.axis": "Tỷ lệ hài lòng (%)",

  "province_place.title": "Tỉnh đứng ở đâu trong cả nước?",
  "province_place.note":
    "Thứ hạng là của kết quả trên mẫu. Khoảng tin cậy cho biết kết quả thật có thể nằm ở đâu; thứ hạng cũng dao động theo. Hai cách tính trọng số cho hai kết quả, không cách nào là cách chính thức.",
  "province_place.sentence":
    "{value:percent} người dân hài lòng (khoảng tin cậy 95%: {low:number} – {high:number}), xếp thứ {rank:count} trong {n:count} tỉnh, thành phố.",
  "province_place.suppressed": "Kết quả của tỉnh không công bố vì có quá ít phiếu hợp lệ.",
  "province_place.missing": "Không ước lượng được kết quả của tỉnh từ số phiếu thu được.",
  "province_place.table": "Kết quả của tỉnh theo từng cách tính trọng số",
  "province_place.recipe": "Cách tính",
  "province_place.of": "Trong số",

  "ministry_score.title": "Bộ, cơ quan được bao nhiêu điểm, đứng thứ mấy?",
  "ministry_score.note":
    "Điểm và thứ hạng là của bảng đã công bố, không tính lại từ các cột đã làm tròn. Bảng công bố không kèm sai số của phần điều tra xã hội học, nên không rõ khoảng cách nhỏ giữa hai bộ có ý nghĩa hay không.",
  "ministry_score.ranked":
    "{total:decimal}/{max:decimal} điểm, xếp thứ {rank:count} trong {n:count} bộ, cơ quan được xếp hạng.",
  "ministry_score.grouped":
    "{total:decimal}/{max:decimal} điểm, xếp thứ {rank:count} trong {n:count} bộ, cơ quan được xếp hạng; thuộc {group}.",
  "ministry_score.unranked": "{total:decimal}/{max:decimal} điểm, không xếp hạng.",
  "ministry_score.missing": "Không có điểm và thứ hạng đã công bố [x]: {reason}",
  "ministry_score.sum":
    "Cộng hai phần đã làm tròn được {sum:decimal}, nhưng điểm công bố là {total:decimal}: tổng được tính từ các phần chưa làm tròn, nên số đúng là số đã in.",
  "ministry_score.table": "Điểm theo hai phần",
} as const;
