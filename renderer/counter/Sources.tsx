import type { SourceRef } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Prose } from '../ui/Prose.tsx'
import style from './Pieces.module.css'

/** « décret 55-1397, art. 4 · à confirmer » */
export const Cited = ({
  sources,
  toConfirm,
}: {
  readonly sources: readonly SourceRef[]
  readonly toConfirm: boolean
}) => (
  <>
    <Prose>{sources.map(({ title }) => title).join(', ')}</Prose>
    {toConfirm && (
      <>
        {sources.length > 0 && ' · '}
        <span className={style.confirm}>{counterWords.toConfirm}</span>
      </>
    )}
  </>
)

/** The text's own words, or ours, said to be ours. */
function wordsOf({ extract, summary }: SourceRef): string {
  if (extract !== null) return `« ${extract} »`
  return summary === undefined || summary === '' ? counterWords.noExtract : counterWords.inShort(summary)
}

/** The texts themselves, with what was kept of each. */
export const Texts = ({ sources }: { readonly sources: readonly SourceRef[] }) => (
  <dl>
    {sources.map((source) => (
      <div key={source.title}>
        <dt>
          <Cited sources={[source]} toConfirm={source.toConfirm} />
        </dt>
        <dd>
          <Prose>{wordsOf(source)}</Prose>
        </dd>
      </div>
    ))}
  </dl>
)
