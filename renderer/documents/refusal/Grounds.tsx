import { useEffect, useRef } from 'react'
import { LocalDate } from '../../../shared/contract/ids.ts'
import type { RefusalGrounds } from '../../../shared/contract/documents/grounds.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { calendarDate } from '../../../shared/messages/format/numbers.ts'
import { papers } from '../../../shared/messages/documents/papers.fr.ts'
import { refusalWords as words } from '../../../shared/messages/documents/refusal.fr.ts'
import { ArticlePicker } from '../../law/ArticlePicker.tsx'
import { classes } from '../../ui/classes.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { KeyCap } from '../../ui/KeyCap.tsx'
import { Prose } from '../../ui/Prose.tsx'
import { ReasonTemplate } from '../ReasonTemplate.tsx'
import type { Typed } from '../typedAsk.ts'
import { consentsIn, isAsked, lackingIn, saidOf, type Ground } from './groundCheck.ts'
import lettering from '../../ui/Lettering.module.css'
import style from './Refusal.module.css'

/** Longest text in the contract, in characters. */
const longest = 4000

/** What a row chooses: a ground of the procedure, or another, with its article. */
export type GroundChoice = string | null

type GroundsProps = {
  readonly grounds: RefusalGrounds | null
  /** Undefined while nothing is chosen. */
  readonly chosen: GroundChoice | undefined
  readonly typed: Typed
  readonly onChoose: (choice: GroundChoice) => void
  readonly onType: (part: Partial<Typed>) => void
}

/** The choices in their order: those of the procedure, and another one only where the text does not close the list. */
export const choicesOf = (grounds: RefusalGrounds | null): readonly GroundChoice[] => [
  ...(grounds?.grounds ?? []).map(({ groundId }) => groundId),
  ...(grounds?.closed === true ? [] : [null]),
]

/** The grounds by their figures; the chosen one opens on its facts, with what lacks of them. */
export function Grounds({ grounds, chosen, typed, onChoose, onType }: GroundsProps) {
  const title = words.grounds(grounds?.closed === true)
  return (
    <div role="group" aria-label={title} className={style.grounds}>
      {choicesOf(grounds).map((choice, at) => {
        const ground = grounds?.grounds.find(({ groundId }) => groundId === choice)
        const open = choice === chosen
        return (
          <div key={choice ?? 'other'} className={classes(style.ground, open && style.open)}>
            <button
              type="button"
              aria-pressed={open}
              className={style.groundRow}
              onClick={() => onChoose(choice)}
            >
              <KeyCap>{String(at + 1)}</KeyCap>
              <span className={style.groundTitle}>{ground?.title ?? words.other}</span>
              <span className={style.article}>
                <Prose>{ground?.article ?? words.otherArticle}</Prose>
              </span>
            </button>
            {open && <Facts grounds={grounds} ground={ground} typed={typed} onType={onType} />}
          </div>
        )
      })}
    </div>
  )
}

/** The person's own facts, those that the ground needs, and what lacks of them. */
function Facts({
  grounds,
  ground,
  typed,
  onType,
}: Pick<GroundsProps, 'grounds' | 'typed' | 'onType'> & { readonly ground: Ground | undefined }) {
  const place = useRef<HTMLDivElement>(null)
  // Chosen by its figure: the facts are written next.
  useEffect(() => {
    place.current?.querySelector('textarea')?.focus()
  }, [])
  const said = saidOf(ground, typed)
  const told = [typed.facts, ...Object.values(said)].join(' ')
  const say = (factId: string, text: string) =>
    onType({ groundSaid: { ...typed.groundSaid, [factId]: text } })
  const lacks = lackingIn(grounds, typed)
  return (
    <div ref={place} className={style.facts}>
      {ground && (
        <p className={lettering.small}>
          <Prose>{ground.said}</Prose>
        </p>
      )}
      {ground?.lacks && (
        <p className={lettering.small}>
          {ground.lacks.length > 0
            ? papers.issue.fields.groundLacks(ground.lacks)
            : papers.issue.fields.groundLacksNone}
        </p>
      )}
      <ReasonTemplate
        templates={grounds?.templates ?? []}
        groundId={ground?.groundId ?? null}
        facts={typed.facts}
        onFacts={(facts) => onType({ facts })}
      />
      <Field
        label={words.facts}
        value={typed.facts}
        onChange={(facts) => onType({ facts })}
        lines={3}
        maxLength={longest}
      />
      <div className={style.needed}>
        {(ground?.facts ?? [])
          .filter((fact) => isAsked(fact, told))
          .map(({ factId, title, kind }) =>
            kind === 'date' ? (
              <DateField
                key={factId}
                label={title}
                value={LocalDate.safeParse(said[factId] ?? '').data ?? null}
                onChange={(day) => say(factId, day ?? '')}
              />
            ) : (
              <Field
                key={factId}
                label={title}
                value={said[factId] ?? ''}
                onChange={(text) => say(factId, text)}
                maxLength={400}
              />
            ),
          )}
      </div>
      {grounds?.closed !== true && (
        <>
          <ArticlePicker
            onPick={(title) =>
              onType({ law: [wordsIn(typed.law), title].filter((line) => line !== '').join('\n') })
            }
          />
          <Field
            label={papers.issue.fields.law}
            detail={papers.issue.fields.lawHelp}
            value={typed.law}
            onChange={(law) => onType({ law })}
            lines={2}
            maxLength={longest}
          />
        </>
      )}
      <p role="status" className={classes(style.check, lacks.length > 0 && style.lacking)}>
        <Prose>
          {lacks.length > 0
            ? words.check.lacks(lacks)
            : [
                words.check.whole,
                ...consentsIn(ground, typed).map(({ title, day }) =>
                  words.check.consent(title, calendarDate(day)),
                ),
              ].join(' ')}
        </Prose>
      </p>
    </div>
  )
}
