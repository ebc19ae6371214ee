import { KnownError } from "../../models/errors.ts";
import { connect } from "../warehouse/connection.ts";
import { readRows } from "../warehouse/readRows.ts";

/** The newest round that a warehouse holds a survey of. */
export async function newestSurvey(path: string): Promise<string> {
  const { connection, close } = await connect(
    path,
    { threads: 1, memoryLimit: "500MB", spillFolder: "" },
    "read",
  );
  try {
    const [row] = await readRows(connection, "select max(round_code) as round from estimates.sipas");
    if (!row?.["round"]) throw new KnownError("The warehouse holds no survey: there is nothing to compare.");
    return String(row["round"]);
  } finally {
    close();
  }
}
