import type { Place } from "./places.ts";

/** Where a figure is shown, in words. */
export function placeLines(place: Place): string[] {
  return [shownAt(place), ...(place.data === null ? [] : [`in its open data: ${place.data}`])];
}

function shownAt({ link, shown, isMonitor }: Place): string {
  if (shown === "unknown")
    return "Where it is shown cannot be told: the build is of another version of the program. Build again.";
  if (link === null) return "It stands on no page.";
  if (shown === "nearest") return `No page shows it by itself; nearest to it in a release: ${link}`;
  const where = isMonitor ? "in the pages of the monitor, and in no release" : "in a release";
  return shown === "row" ? `${where}: ${link}` : `${where}, in this section: ${link}`;
}
