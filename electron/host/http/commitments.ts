import type { ServerResponse } from 'node:http'
import { escapeHtml } from '../../../shared/documents/html.ts'
import type { YearOfCommitments } from '../../../shared/contract/history/commitments.ts'
import {
  commitmentWords as words,
  figureText,
  measuredOn,
  measures,
  waitText,
} from '../../../shared/messages/history/commitments.fr.ts'
import { calendarDate } from '../../../shared/messages/format/numbers.ts'
import type { Host } from '../host.ts'
import { prose, sendPage } from './plainPage.ts'

const line = (text: string): string => `<p>${prose(text)}</p>`

function content(ofYear: YearOfCommitments, others: readonly number[]): string {
  const figures = ofYear.figures.map((figure) => {
    const { title, method, source } = measures[figure.measure]
    const of = measuredOn(figure.of)
    return `<h2>${escapeHtml(title)}</h2><p class="figure"><strong>${escapeHtml(figureText(figure))}</strong>${of === '' ? '' : `, ${escapeHtml(of)}`}</p><p class="quiet">${prose(`${method} ${words.source(source)}`)}</p>`
  })
  const services = ofYear.services.map((service) => {
    const { name, people, received } = service
    const shown = [
      people === null ? words.untold : String(people),
      received === null ? '' : String(received),
      waitText(service.medianWait, service.medianAtLeast),
      waitText(service.p90Wait, service.p90AtLeast),
    ]
    return `<tr><th scope="row">${escapeHtml(name)}</th>${shown.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
  })
  const heads = Object.values(words.serviceColumns).map(
    (title) => `<th scope="col">${escapeHtml(title)}</th>`,
  )
  const table =
    services.length === 0
      ? ''
      : `<h2>${escapeHtml(words.services)}</h2><div role="region" tabindex="0" aria-label="${escapeHtml(words.services)}" style="overflow-x:auto"><table><caption class="quiet">${escapeHtml(words.waits)}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${services.join('')}</tbody></table></div>`
  return [
    line(ofYear.office),
    line(ofYear.over ? words.whole : words.soFar(calendarDate(ofYear.until))),
    ...others.map(
      (year) => `<p><a href="/engagements?annee=${year}">${escapeHtml(words.otherYear(year))}</a></p>`,
    ),
    ...figures,
    table,
    `<h2>${escapeHtml(words.complain)}</h2>`,
    line(words.complainHow),
  ].join('')
}

/**
 * `/engagements`, `/engagements?annee=2025`: what the office publishes of a year, where it decided to: the last whole
 * one where somebody came in it, else the one under way.
 */
export async function sendCommitments(host: Host, url: URL, response: ServerResponse): Promise<void> {
  const { published = false } = host.office().software.settings.commitments ?? {}
  const years = host.published.years()
  const requested = url.searchParams.get('annee')
  const wanted = requested === null ? years : years.filter((year) => String(year) === requested)
  const found = published
    ? (await Promise.all(wanted.map((year) => host.published.year(year)))).filter(
        (year) => year !== undefined,
      )
    : []
  const ofYear = found.find(({ services }) => services.length > 0) ?? found.at(-1)
  if (!ofYear) return sendPage(response, 404, words.section, line(words.notPublished))
  sendPage(
    response,
    200,
    words.pageTitle(ofYear.year),
    content(
      ofYear,
      years.filter((year) => year !== ofYear.year),
    ),
  )
}
