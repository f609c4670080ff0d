import type { RefusalGrounds } from '../../shared/contract/documents/grounds.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Select } from '../ui/Select.tsx'

const words = papers.issue.fields

/** What the office wrote and a jurist validated for this ground: it takes the place of the facts, which are then put right. */
export function ReasonTemplate({
  templates,
  groundId,
  facts,
  onFacts,
}: {
  readonly templates: RefusalGrounds['templates']
  readonly groundId: string | null
  readonly facts: string
  readonly onFacts: (facts: string) => void
}) {
  const offered = templates.filter((template) => template.groundId === null || template.groundId === groundId)
  if (offered.length === 0) return null
  return (
    <Select
      label={words.template}
      value={offered.find((template) => template.facts === facts)?.templateId ?? ''}
      options={[
        { value: '', title: words.noTemplate },
        ...offered.map(({ templateId, title }) => ({ value: templateId, title })),
      ]}
      onChange={(id) => {
        const template = offered.find(({ templateId }) => templateId === id)
        if (template) onFacts(template.facts)
      }}
    />
  )
}
