/** Where a command's answer and its complaints go. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}
