/** Files that reports need and do not read themselves: where each lies inside `node_modules`. */
export const assetPlaces = {
  "be-vietnam-pro-latin-400.woff2": "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2",
  "be-vietnam-pro-latin-700.woff2": "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-700-normal.woff2",
  "be-vietnam-pro-vietnamese-400.woff2":
    "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2",
  "be-vietnam-pro-vietnamese-700.woff2":
    "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-700-normal.woff2",
  "BeVietnamPro_400Regular.ttf": "@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "BeVietnamPro_700Bold.ttf": "@expo-google-fonts/be-vietnam-pro/700Bold/BeVietnamPro_700Bold.ttf",
  "Tinos_400Regular.ttf": "@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf",
  "Tinos_700Bold.ttf": "@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf",
} as const;

export type AssetName = keyof typeof assetPlaces;
export type Assets = Readonly<Record<AssetName, Uint8Array>>;

/** Web fonts travel with every bundle; the TTF faces measure text while a chart is drawn, and are set in PDF. */
export const webFonts = (Object.keys(assetPlaces) as AssetName[]).filter((name) => name.endsWith(".woff2"));
