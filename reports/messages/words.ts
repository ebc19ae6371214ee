import type { Language, Locale } from "../locale.ts";
import { localeOf } from "../locale.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

export type MessageKey = keyof typeof vi;

type NameOf<Placeholder extends string> = Placeholder extends `${infer Name}?${string}`
  ? Name
  : Placeholder extends `${infer Name}:${string}`
    ? Name
    : Placeholder;
type NamesIn<Message extends string> = Message extends `${string}{${infer Placeholder}}${infer Rest}`
  ? NameOf<Placeholder> | NamesIn<Rest>
  : never;
type Value = string | number;
type Values<Key extends MessageKey> = { readonly [Name in NamesIn<(typeof vi)[Key]>]: Value };
type ValuesArgument<Key extends MessageKey> =
  NamesIn<(typeof vi)[Key]> extends never ? readonly [] : readonly [values: Values<Key>];

/** A message without placeholders: titles and notes. */
export type PlainKey = {
  [Key in MessageKey]: NamesIn<(typeof vi)[Key]> extends never ? Key : never;
}[MessageKey];

/** Messages and number formats of one language. */
export interface Words {
  readonly language: Language;
  readonly locale: Locale;
  /**
   * The message, its placeholders filled: `{name}` as text, `{name:percent}` and the like as numbers;
   * `{name?no unit|# unit|# units}` says one thing of none, of one and of more, with the count in place of `#`.
   */
  readonly say: <Key extends MessageKey>(key: Key, ...values: ValuesArgument<Key>) => string;
  /** The one of two names that belongs to the language. */
  readonly pick: (vi: string, en: string) => string;
}

export const catalogues: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { vi, en };

export function wordsOf(language: Language): Words {
  const locale = localeOf(language);
  const messages = catalogues[language];
  return {
    language,
    locale,
    say: (key, ...values) => fill(messages[key], values[0] ?? {}, locale),
    pick: (inVietnamese, inEnglish) => (language === "vi" ? inVietnamese : inEnglish),
  };
}

function fill(message: string, values: Readonly<Record<string, Value>>, locale: Locale): string {
  return message.replace(placeholder, (_, name: string, format?: string, variants?: string) => {
    const value = values[name];
    if (value === undefined)
      throw new TypeError(`The message "${message}" was given no value for {${name}}.`);
    return variants === undefined ? write(value, format, locale) : counted(Number(value), variants, locale);
  });
}

const placeholder = /\{(\w+)(?::(\w+)|\?([^}]*))?\}/g;

function counted(n: number, variants: string, locale: Locale): string {
  const [none = "", one = "", more = ""] = variants.split("|");
  return (n === 0 ? none : n === 1 ? one : more).replaceAll("#", locale.number(n, 0));
}

function write(value: Value, format: string | undefined, locale: Locale): string {
  if (typeof value === "string") {
    if (format === "date") return locale.date(value);
    return format === "decimal" ? locale.decimal(value) : value;
  }
  switch (format) {
    case "percent":
      return `${locale.number(value, 2)}%`;
    case "percent1":
      return `${locale.number(value, 1)}%`;
    case "percent_short":
      return `${locale.number(value, Number.isInteger(value) ? 0 : 1)}%`;
    case "number":
      return locale.number(value, 2);
    case "count":
      return locale.number(value, 0);
    case "two": // official letters write 09, 07, 15
      return value >= 0 && value < 10 ? `0${value}` : locale.number(value, 0);
    case "residual":
      return locale.number(value, 3);
    case "signed":
      return locale.signed(value, 2);
    default:
      return String(value);
  }
}
