import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import lettering from '../../ui/Lettering.module.css'
import { Prose } from '../../ui/Prose.tsx'
import { changedParts } from './changed.ts'
import { classes } from '../../ui/classes.ts'
import style from './Compare.module.css'
import page from './Law.module.css'

const words = law.rules
type Change = Output<'law.changes'>['changes'][number]

const kindOf = ({ before, after }: Change): keyof typeof words.changeKinds =>
  before === null ? 'added' : after === null ? 'removed' : 'changed'

/** What changed between two versions, sentence by sentence and side by side; the words that differ stand out. */
export function Changes({
  title,
  before,
  after,
  changes,
}: {
  readonly title: string
  readonly before: string
  readonly after: string
  readonly changes: readonly Change[]
}) {
  if (changes.length === 0) return <p className={lettering.small}>{words.noChange}</p>
  return (
    <div className={page.scroll}>
      <table className={classes(style.compared, style.changes)}>
        <caption className={style.caption}>
          {title} · {words.changeCount(changes.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.changeColumn}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={`${change.section} ${change.ruleId}`}>
              <th scope="row">
                {words.changeKinds[kindOf(change)]}
                <span className={lettering.small}> {change.section}</span>
              </th>
              <Sides change={change} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Sides({ change: { before, after } }: { readonly change: Change }) {
  if (before === null || after === null)
    return (
      <>
        <td>{before === null ? words.none : <Prose>{before}</Prose>}</td>
        <td>{after === null ? words.none : <Prose>{after}</Prose>}</td>
      </>
    )
  const parts = changedParts(before, after)
  return (
    <>
      {(['before', 'after'] as const).map((side) => (
        <td key={side}>
          {parts[side].map(({ text, isChanged }) =>
            isChanged ? (
              <mark key={text} className={side === 'before' ? style.gone : style.come}>
                <Prose>{text}</Prose>
              </mark>
            ) : (
              <Prose key={text}>{text}</Prose>
            ),
          )}
        </td>
      ))}
    </>
  )
}
