/** The bytes of TCVN3 (the old "ABC" fonts), as they look when somebody reads them as Latin-1. Capitals with a tone do not exist in it. */
const letters =
  "à:µ á:¸ ả:¶ ã:· ạ:¹ ă:¨ ằ:» ắ:¾ ẳ:¼ ẵ:½ ặ:Æ â:© ầ:Ç ấ:Ê ẩ:È ẫ:É ậ:Ë đ:® è:Ì é:Ð ẻ:Î ẽ:Ï ẹ:Ñ ê:ª ề:Ò ế:Õ ể:Ó ễ:Ô ệ:Ö " +
  "ì:× í:Ý ỉ:Ø ĩ:Ü ị:Þ ò:ß ó:ã ỏ:á õ:â ọ:ä ô:« ồ:å ố:è ổ:æ ỗ:ç ộ:é ơ:¬ ờ:ê ớ:í ở:ë ỡ:ì ợ:î ù:ï ú:ó ủ:ñ ũ:ò ụ:ô ư:\u00ad ừ:õ ứ:ø ử:ö ữ:÷ " +
  "ự:ù ỳ:ú ý:ý ỷ:û ỹ:ü ỵ:þ Ă:¡ Â:¢ Đ:§ Ê:£ Ô:¤ Ơ:¥ Ư:¦";
const bytes = new Map(letters.split(" ").map((pair) => pair.split(":") as [string, string]));

/** "Hà Nội" → "Hµ Néi": a text that was typed in TCVN3 and read as Latin-1. */
export function readAsLatin1(text: string): string {
  return Array.from(text.normalize("NFC"), (letter) => bytes.get(letter) ?? letter).join("");
}
