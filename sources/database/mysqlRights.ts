import { sqlIdentifier } from "../../models/text/sqlIdentifier.ts";
import type { OpenDatabase } from "./openDatabase.ts";

/** Grants that let an account read, and nothing else. */
const reading = new Set(["USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES"]);

/** A role as the server itself writes it: nothing else of its answer is sent back to it. */
const quotedName = /^(`[^`\\]+`|"[^"\\]+")(@(`[^`\\]*`|"[^"\\]*"))?$/;

/** What an account may do beside reading, in words: by its own grants, and by those of each role that it may take. */
export async function mysqlRights(rows: OpenDatabase["rows"]): Promise<string[]> {
  const own = await grantsOf(rows);
  const found = new Set(own.flatMap(rightsOf));
  const roles = own.flatMap(rolesOf);
  if (roles.length === 0) return [...found];
  const active = await activeRole(rows);
  for (const role of roles) {
    for (const right of await rightsAs(role, rows)) if (!found.has(right)) found.add(`${right} as ${role}`);
  }
  await rows(`set role ${active}`);
  return [...found];
}

/** The rights of a role are shown to whoever has taken it; of one that cannot be taken here nothing is known. */
async function rightsAs(role: string, rows: OpenDatabase["rows"]): Promise<string[]> {
  try {
    if (!quotedName.test(role)) return ["do what is not known"];
    await rows(`set role ${role}`);
    return (await grantsOf(rows)).flatMap(rightsOf);
  } catch {
    return ["do what is not known"];
  }
}

async function grantsOf(rows: OpenDatabase["rows"]): Promise<string[]> {
  return (await rows("show grants")).map((row) => Object.values(row)[0] ?? "");
}

/** The roles in use, as `set role` takes them: MariaDB names one without quotes, MySQL all of them with. */
async function activeRole(rows: OpenDatabase["rows"]): Promise<string> {
  const [row] = await rows("select current_role() as active");
  const active = row?.["active"] ?? "NONE";
  return active === "NONE" || /^[`"]/.test(active) ? active : sqlIdentifier(active);
}

function rightsOf(grant: string): string[] {
  const [, list = "", on = ""] = /^GRANT (.+?) ON (.+?) TO /i.exec(grant) ?? [];
  const rights = list
    .replaceAll(/\([^)]*\)/g, "")
    .split(",")
    .map((right) => right.trim().toUpperCase())
    .filter((right) => right !== "" && !reading.has(right))
    .map((right) => `${right === "ALL PRIVILEGES" ? "do everything" : right.toLowerCase()} on ${on}`);
  return / WITH GRANT OPTION/i.test(grant) && on !== "" ? [...rights, `pass on its rights on ${on}`] : rights;
}

/** The roles that a line grants: it names no object. */
function rolesOf(grant: string): string[] {
  const [, list = ""] = /^GRANT ((?:(?! ON ).)+?) TO /i.exec(grant) ?? [];
  return list
    .split(",")
    .map((role) => role.trim())
    .filter(Boolean);
}
