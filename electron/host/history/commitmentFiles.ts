import { commitmentMeasures, type YearOfCommitments } from '../../../shared/contract/history/commitments.ts'
import { commitmentWords, measures } from '../../../shared/messages/history/commitments.fr.ts'
import { resource, tableText, waitColumns, type OpenFile } from './openData.ts'

const words = commitmentWords.csv

/** A year's commitments as a Frictionless tabular data package (specs.frictionlessdata.io, version 1), method included. */
export function commitmentFiles({ year, office, figures, services }: YearOfCommitments): readonly OpenFile[] {
  const ofMeasures = tableText(
    Object.keys(words.measures.columns),
    figures.map(({ measure, value, of, none }) => ({
      measure,
      title: measures[measure].title,
      value,
      unit: commitmentMeasures[measure],
      of,
      none,
      method: measures[measure].method,
      source: measures[measure].source,
    })),
  )
  const ofServices = tableText(
    Object.keys(words.services.columns),
    services.map(({ serviceId, name, people, received, ...waits }) => ({
      service_id: serviceId,
      service: name,
      people,
      received,
      ...waitColumns(waits),
    })),
  )
  const description = {
    profile: 'tabular-data-package',
    name: `guichet-engagements-${year}`,
    title: words.title(office, year),
    description: words.description,
    resources: [
      resource('engagements', words.measures, ofMeasures, ['measure']),
      resource('services', words.services, ofServices, ['service_id']),
    ],
  }
  return [
    { name: 'datapackage.json', type: 'application/json', text: `${JSON.stringify(description, null, 2)}\n` },
    { name: 'engagements.csv', type: 'text/csv; charset=utf-8', text: ofMeasures },
    { name: 'services.csv', type: 'text/csv; charset=utf-8', text: ofServices },
  ]
}
