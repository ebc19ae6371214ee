import { type Command, Option } from "commander";
import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import { postgresGrants } from "../../sources/postgres/postgresGrants.ts";
import { readStoreDdl } from "../../sources/store/readStoreDdl.ts";
import type { Terminal } from "../terminal.ts";
import { answer } from "./command.ts";

/** Thước Đo itself never writes to a store: whoever owns the database runs what is printed. */
export function addStore(program: Command, terminal: Terminal): void {
  program
    .command("store")
    .description("the survey store's own tables")
    .command("init")
    .description("print the SQL that makes the tables of a survey store, and the grants of its reader")
    .addOption(new Option("--kind <kind>", "the database").choices(["postgres", "store"]).default("postgres"))
    .option("--reader <role>", "the account that will read", "thuocdo_reader")
    .addHelpText(
      "after",
      "\nExample:\n  thuocdo store init --kind postgres | psql --single-transaction survey",
    )
    .action(async ({ kind, reader }: { kind: string; reader: string }, command: Command) => {
      const ddl = await readStoreDdl();
      const role = sqlIdentifier(reader);
      const grants =
        kind === "postgres" ? `\n-- The account that reads:\n${postgresGrants(role, "public")}\n` : "";
      answer(command, terminal, { kind, sql: ddl + grants }, [ddl + grants]);
    });
}
