/** What the page of a ticket and its notice say to the person who holds it, on their own telephone. */
export type FollowTexts = {
  readonly title: string
  readonly number: string
  readonly code: string
  readonly codeHelp: string
  readonly see: string
  readonly unknown: string
  readonly tooMany: string
  readonly ahead: (people: number) => string
  readonly wait: (low: number, high: number) => string
  readonly noWait: string
  /** The notice of their turn did not leave: what they do instead. */
  readonly unsent: string
  readonly state: Readonly<
    Record<'waiting' | 'called' | 'serving' | 'parked' | 'absent' | 'ended', (counter: string) => string>
  >
  readonly renewed: string
  readonly stop: string
  readonly again: string
  readonly languages: string
  readonly notice: (number: string, office: string, ahead: string) => string
  readonly subject: (number: string) => string
}
