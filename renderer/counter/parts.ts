import { panelAhead } from '../ui/later.tsx'

// What a counter shows of a visit: a page that opens with nobody to receive reads none of it.

const serving = panelAhead(async () => (await import('./Serving.tsx')).Serving)
const papers = panelAhead(async () => (await import('./Papers.tsx')).Papers)

export const Serving = serving.Panel
export const Papers = papers.Panel

/** Someone was called: what receives them is read while they walk to the counter, and stays should the host be cut. */
export function readVisit(): void {
  serving.readAhead()
  papers.readAhead()
}
