/** What a page may load: its own styles, fonts and pictures, and nothing from anywhere else. */
export const contentPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
