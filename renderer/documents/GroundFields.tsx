import { LocalDate } from '../../shared/contract/ids.ts'
import type { RefusalGrounds } from '../../shared/contract/documents/grounds.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { Choice } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import form from '../ui/Form.module.css'
import { Prose } from '../ui/Prose.tsx'
import { ReasonTemplate } from './ReasonTemplate.tsx'
import type { Typed } from './typedAsk.ts'

const words = papers.issue.fields

/** No ground of the procedure: an article is named instead. */
const another = ''

/**
 * The grounds of the procedure, one to choose; under it what the text says, and the facts that it needs. Where the list is
 * closed no other can be chosen.
 */
export function GroundFields({
  grounds: { closed, grounds, templates },
  typed: { groundId, groundSaid, facts },
  onType,
}: {
  readonly grounds: RefusalGrounds
  readonly typed: Pick<Typed, 'groundId' | 'groundSaid' | 'facts'>
  readonly onType: (part: Partial<Typed>) => void
}) {
  const chosen = grounds.find((ground) => ground.groundId === groundId)
  const say = (factId: string, text: string) => onType({ groundSaid: { ...groundSaid, [factId]: text } })
  const told = [facts, ...Object.values(groundSaid)].join(' ').toLocaleLowerCase('fr')
  return (
    <>
      <div className={form.wide}>
        <Choice<string>
          label={words.ground}
          value={groundId ?? (closed ? null : another)}
          options={[
            ...grounds.map((ground) => ({
              value: ground.groundId,
              title: `${ground.title} · ${ground.article}`,
            })),
            ...(closed ? [] : [{ value: another, title: words.otherGround }]),
          ]}
          onChange={(id) => onType({ groundId: id === another ? null : id, groundSaid: {} })}
        />
        {chosen && (
          <p className={form.note}>
            <Prose>{words.groundSays(chosen.article, chosen.said)}</Prose>
          </p>
        )}
        {chosen?.lacks && (
          <p className={form.note}>
            {chosen.lacks.length > 0 ? words.groundLacks(chosen.lacks) : words.groundLacksNone}
          </p>
        )}
      </div>
      <div className={form.wide}>
        <ReasonTemplate
          templates={templates}
          groundId={groundId}
          facts={facts}
          onFacts={(written) => onType({ facts: written })}
        />
      </div>
      {(chosen?.facts ?? [])
        .filter(({ when }) => when === null || when.some((word) => told.includes(word)))
        .map(({ factId, title, kind }) =>
          kind === 'date' ? (
            <DateField
              key={factId}
              label={title}
              value={LocalDate.safeParse(groundSaid[factId]).data ?? null}
              onChange={(day) => say(factId, day ?? '')}
            />
          ) : (
            <Field
              key={factId}
              label={title}
              value={groundSaid[factId] ?? ''}
              onChange={(text) => say(factId, text)}
              maxLength={400}
            />
          ),
        )}
    </>
  )
}
