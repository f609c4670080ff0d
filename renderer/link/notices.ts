import { create } from 'zustand'

/** `attention`: something was refused, or waits for someone; `done`: an act was done, in words. */
export type NoticeTone = 'attention' | 'done'
export type NoticeLine = { readonly id: number; readonly text: string; readonly tone: NoticeTone }

/** How long a notice stays, in milliseconds: long enough to be read twice. */
const stays = 12_000

/** What was just refused or said, the latest last; the page shows them, a screen reader says them politely. */
export const useNotices = create<{ readonly lines: readonly NoticeLine[] }>(() => ({ lines: [] }))

let last = 0

/**
 * Says a sentence without taking the focus. The same sentence is not stacked twice, and what was done last takes the
 * place of what was done before.
 */
export function say(text: string, tone: NoticeTone = 'attention'): void {
  const id = ++last
  useNotices.setState(({ lines }) => ({
    lines: [
      ...lines.filter((line) => line.text !== text && !(tone === 'done' && line.tone === 'done')),
      { id, text, tone },
    ].slice(-3),
  }))
  setTimeout(() => unsay(id), stays)
}

/** Takes a notice away. */
export function unsay(id: number): void {
  useNotices.setState(({ lines }) => ({ lines: lines.filter((line) => line.id !== id) }))
}

/** Takes away what was said of before: the next person's page says nothing of it. */
export function unsayAll(): void {
  useNotices.setState({ lines: [] })
}

/** Takes away a sentence, once it is no longer so. */
export function unsayText(text: string): void {
  useNotices.setState(({ lines }) => ({ lines: lines.filter((line) => line.text !== text) }))
}
