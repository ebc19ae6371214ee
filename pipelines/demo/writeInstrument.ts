import { answerCodes } from "../../models/instruments/answerCodes.ts";
import type { Instrument } from "../../models/instruments/instrument.ts";
import { askedItems } from "./questionnaire.ts";
import type { StoreWriter } from "./storeWriter.ts";

/** What a form of the round asks, as the store keeps it. */
export function writeInstrument(store: StoreWriter, roundCode: string, instrument: Instrument): void {
  store.add("instruments", [instrument.instrument, roundCode, instrument.name.vi, "demo"]);
  for (const item of askedItems(instrument)) {
    const codes = item.kind === "text" ? null : answerCodes(item).join(" ");
    store.add("instrument_questions", [
      roundCode,
      instrument.instrument,
      item.question,
      item.kind,
      item.name.vi,
      codes,
    ]);
  }
}
