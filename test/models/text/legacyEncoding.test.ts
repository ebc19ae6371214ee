import { describe, expect, test } from "vitest";
import { fromLegacyEncoding, legacyEncoding, toUnicode } from "../../../models/text/legacyEncoding.ts";
import { unitNameKey } from "../../../models/units/unitNameKey.ts";
import { unitRegistry } from "../../../models/units/unitRegistry.ts";
import { spec } from "../specFiles.ts";

/** Byte values of TCVN 5712:1993 (VN3) as `iconv -f TCVN` decodes them. */
const tcvn3 =
  "b5=à b6=ả b7=ã b8=á b9=ạ a8=ă bb=ằ bc=ẳ bd=ẵ be=ắ c6=ặ a9=â c7=ầ c8=ẩ c9=ẫ ca=ấ cb=ậ ae=đ cc=è ce=ẻ cf=ẽ d0=é d1=ẹ " +
  "aa=ê d2=ề d3=ể d4=ễ d5=ế d6=ệ d7=ì d8=ỉ dc=ĩ dd=í de=ị df=ò e1=ỏ e2=õ e3=ó e4=ọ ab=ô e5=ồ e6=ổ e7=ỗ e8=ố e9=ộ " +
  "ac=ơ ea=ờ eb=ở ec=ỡ ed=ớ ee=ợ ef=ù f1=ủ f2=ũ f3=ú f4=ụ ad=ư f5=ừ f6=ử f7=ữ f8=ứ f9=ự fa=ỳ fb=ỷ fc=ỹ fd=ý fe=ỵ " +
  "a1=Ă a2=Â a3=Ê a4=Ô a5=Ơ a6=Ư a7=Đ";

/** The letters of VNI for Windows as Windows-1252 shows them. */
const vni =
  "aø=à aù=á aû=ả aõ=ã aï=ạ aê=ă aè=ằ aé=ắ aú=ẳ aü=ẵ aë=ặ aâ=â aà=ầ aá=ấ aå=ẩ aã=ẫ aä=ậ ñ=đ " +
  "eø=è eù=é eû=ẻ eõ=ẽ eï=ẹ eâ=ê eà=ề eá=ế eå=ể eã=ễ eä=ệ ì=ì í=í æ=ỉ ó=ĩ ò=ị " +
  "oø=ò où=ó oû=ỏ oõ=õ oï=ọ oâ=ô oà=ồ oá=ố oå=ổ oã=ỗ oä=ộ ô=ơ ôø=ờ ôù=ớ ôû=ở ôõ=ỡ ôï=ợ " +
  "uø=ù uù=ú uû=ủ uõ=ũ uï=ụ ö=ư öø=ừ öù=ứ öû=ử öõ=ữ öï=ự yø=ỳ yù=ý yû=ỷ yõ=ỹ î=ỵ " +
  "AØ=À AÙ=Á AÛ=Ả AÕ=Ã AÏ=Ạ AÊ=Ă AÈ=Ằ AÉ=Ắ AÚ=Ẳ AÜ=Ẵ AË=Ặ AÂ=Â AÀ=Ầ AÁ=Ấ AÅ=Ẩ AÃ=Ẫ AÄ=Ậ Ñ=Đ " +
  "EØ=È EÙ=É EÛ=Ẻ EÕ=Ẽ EÏ=Ẹ EÂ=Ê EÀ=Ề EÁ=Ế EÅ=Ể EÃ=Ễ EÄ=Ệ Ì=Ì Í=Í Æ=Ỉ Ó=Ĩ Ò=Ị " +
  "OØ=Ò OÙ=Ó OÛ=Ỏ OÕ=Õ OÏ=Ọ OÂ=Ô OÀ=Ồ OÁ=Ố OÅ=Ổ OÃ=Ỗ OÄ=Ộ Ô=Ơ ÔØ=Ờ ÔÙ=Ớ ÔÛ=Ở ÔÕ=Ỡ ÔÏ=Ợ " +
  "UØ=Ù UÙ=Ú UÛ=Ủ UÕ=Ũ UÏ=Ụ Ö=Ư ÖØ=Ừ ÖÙ=Ứ ÖÛ=Ử ÖÕ=Ữ ÖÏ=Ự YØ=Ỳ YÙ=Ý YÛ=Ỷ YÕ=Ỹ Î=Ỵ";

const tcvn3Codes = tcvn3.split(" ").map((pair) => {
  const [byte = "", letter = ""] = pair.split("=");
  return { code: String.fromCharCode(Number.parseInt(byte, 16)), letter };
});
const vniCodes = vni.split(" ").map((pair) => {
  const [code = "", letter = ""] = pair.split("=");
  return { code, letter };
});

/** Writes text the way an office without Unicode did; TCVN3 draws toned capitals with a font. */
function encode(text: string, codes: readonly { code: string; letter: string }[]): string {
  const byLetter = new Map(codes.map(({ code, letter }) => [letter, code]));
  const lower = (letter: string) => byLetter.get(letter) ?? byLetter.get(letter.toLowerCase()) ?? letter;
  return Array.from(text.normalize("NFC"), lower).join("");
}

describe("the tables of letters", () => {
  test("TCVN3 has 67 small letters and 7 capitals, and each is read", () => {
    expect(tcvn3Codes).toHaveLength(74);
    expect(tcvn3Codes.filter(({ code, letter }) => toUnicode(code, "tcvn3") !== letter)).toEqual([]);
  });

  test("VNI has all 134 letters, and each is read", () => {
    expect(new Set(vniCodes.map(({ letter }) => letter)).size).toBe(134);
    expect(vniCodes.filter(({ code, letter }) => toUnicode(code, "vni") !== letter)).toEqual([]);
  });

  test("a VNI capital may have its mark small", () => {
    expect(toUnicode("ÑAø NAüNG", "vni")).toBe("ĐÀ NẴNG");
  });
});

test.each([
  ["Hµ Néi", "tcvn3", "Hà Nội"],
  ["Thµnh phè Hå ChÝ Minh", "tcvn3", "Thành phố Hồ Chí Minh"],
  ["Bµ RÞa - Vòng Tµu", "tcvn3", "Bà Rịa - Vũng Tàu"],
  ["Haø Noäi", "vni", "Hà Nội"],
  ["Thaønh phoá Hoà Chí Minh", "vni", "Thành phố Hồ Chí Minh"],
  ["Baø Ròa - Vuõng Taøu", "vni", "Bà Rịa - Vũng Tàu"],
  ["Boä Lao ñoäng - Thöông binh vaø Xaõ hoäi", "vni", "Bộ Lao động - Thương binh và Xã hội"],
] as const)("%s is %s for %s", (written, encoding, meant) => {
  expect(legacyEncoding(written)).toBe(encoding);
  expect(fromLegacyEncoding(written)[0]).toBe(meant);
});

test.each(["Hà Nội", "Hà Nam", "Kon Tum", "Ha Noi", "Cà Mau", "Long An", "", "2023"])(
  "%j is in no legacy encoding",
  (text) => {
    expect(legacyEncoding(text)).toBeNull();
  },
);

test.each([
  ["TCVN3", tcvn3Codes],
  ["VNI", vniCodes],
] as const)("every unit's name written in %s means that unit", (_, codes) => {
  const registry = unitRegistry(spec);
  const wrong = (["province", "ministry"] as const).flatMap((level) =>
    registry
      .unitsOn(level, "2023-12-31")
      .filter(
        (unit) =>
          registry.maybeMatchUnit(level, encode(unit.unit_name, codes), "2023-12-31")?.unit_code !==
          unit.unit_code,
      )
      .map((unit) => unit.unit_name),
  );
  expect(wrong).toEqual([]);
});

test("toned capitals come out of TCVN3 small, which comparing does not mind", () => {
  expect(unitNameKey(toUnicode(encode("ĐẮK LẮK", tcvn3Codes), "tcvn3"))).toBe(unitNameKey("Đắk Lắk"));
});
