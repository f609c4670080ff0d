import { Check } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { Capacity, Identity, type Sheet } from '../../shared/contract/visits.ts'
import type { Assessment } from '../../shared/contract/procedures.ts'
import { fr } from '../../shared/messages/fr.ts'
import { calendarDate } from '../../shared/messages/numbers.ts'
import { Button } from '../ui/Button.tsx'
import { Group } from '../ui/Column.tsx'
import { useKeys } from '../ui/keys.ts'
import { Status } from '../ui/Status.tsx'
import type { SheetPatch } from './acts.ts'
import { IdentityFields } from './IdentityFields.tsx'
import { KeyButton } from './KeyButton.tsx'
import { capital, yearsAndMonths } from './names.ts'
import style from './Person.module.css'
import { Cited } from './Sources.tsx'

export type PersonPanel = 'capacity' | 'identity' | null

/** Who is received: in what capacity, and the identity as it was seen. Neither blocks anything. */
export function Person({
  sheet,
  assessment,
  personWord,
  now,
  open,
  onOpen,
  patch,
  aside,
  children,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly personWord: string
  readonly now: number
  readonly open: PersonPanel
  readonly onOpen: (panel: PersonPanel) => void
  readonly patch: (patch: SheetPatch) => void
  readonly aside?: ReactNode
  /** What the ticket says of their coming, before who they are. */
  readonly children?: ReactNode
}) {
  const words = fr.counter
  const { capacity, identity } = sheet
  return (
    <Group title={words.person(capital(personWord))} aside={aside}>
      {children}
      <Fact
        term={words.comesFor}
        keyCap="V"
        expanded={open === 'capacity'}
        onPress={() => onOpen(open === 'capacity' ? null : 'capacity')}
      >
        <p className={style.value}>{capacity === null ? words.notSaid : words.capacities[capacity]}</p>
        {assessment?.populationType && (
          <p className={style.small}>{words.seenAs(assessment.populationType.title)}</p>
        )}
      </Fact>
      {open === 'capacity' && (
        <Chooser
          choices={Capacity.options.map((value) => ({ value, title: words.capacities[value] }))}
          chosen={capacity}
          onChoose={(value) => {
            patch({ capacity: value })
            onOpen(null)
          }}
        >
          {assessment?.populationType && (
            <p className={style.small}>
              {assessment.populationType.definition}{' '}
              <Cited sources={assessment.populationType.sources} toConfirm={false} />
            </p>
          )}
        </Chooser>
      )}
      <Fact
        term={words.identity}
        keyCap="I"
        expanded={open === 'identity'}
        onPress={() => onOpen(open === 'identity' ? null : 'identity')}
      >
        <SeenIdentity identity={identity} now={now} />
      </Fact>
      {open === 'identity' && (
        <Chooser
          choices={Identity.shape.kind.options.map((value) => ({ value, title: words.identities[value] }))}
          chosen={identity?.kind ?? null}
          onChoose={(kind) => patch({ identity: kind === 'declared' ? { kind } : { ...identity, kind } })}
        >
          {identity && identity.kind !== 'declared' && (
            <IdentityFields identity={identity} onChange={(next) => patch({ identity: next })} />
          )}
        </Chooser>
      )}
    </Group>
  )
}

function SeenIdentity({ identity, now }: { readonly identity: Sheet['identity']; readonly now: number }) {
  const words = fr.counter
  if (identity === null)
    return (
      <>
        <p className={style.value}>{words.notSaid}</p>
        <p className={style.small}>{words.identityNone}</p>
      </>
    )
  const { kind, issuer, validUntil, verified } = identity
  const until = validUntil ?? null
  const expired = until !== null && Date.parse(`${until}T23:59:59Z`) < now
  return (
    <>
      <p className={style.valueLine}>
        <span className={style.value}>
          {words.identities[kind]}
          {issuer != null && issuer !== '' && `, ${issuer}`}
        </span>
        {kind !== 'declared' &&
          (verified === true ? (
            <Status tone="done" icon={<Check aria-hidden size={18} />}>
              {words.verified}
            </Status>
          ) : (
            <Status tone="quiet">{words.notVerified}</Status>
          ))}
      </p>
      {until !== null && (
        <p className={style.small}>
          {expired
            ? words.expiredSince(words.ages(...agesOf(until, now)))
            : words.validTo(calendarDate(until))}
        </p>
      )}
    </>
  )
}

const agesOf = (day: string, now: number): [years: number, months: number] => {
  const { years, months } = yearsAndMonths(day, now)
  return [years, months]
}

const Fact = ({
  term,
  keyCap,
  expanded,
  onPress,
  children,
}: {
  readonly term: string
  readonly keyCap: string
  readonly expanded: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}) => (
  <div className={style.fact}>
    <div>
      <h3 className={style.term}>{term}</h3>
      {children}
    </div>
    <KeyButton keyCap={keyCap} label={term} expanded={expanded} onPress={onPress} />
  </div>
)

/** Choices in the place of what they change, by figures. */
function Chooser<T extends string>({
  choices,
  chosen,
  onChoose,
  children,
}: {
  readonly choices: readonly { readonly value: T; readonly title: string }[]
  readonly chosen: T | null
  readonly onChoose: (value: T) => void
  readonly children?: ReactNode
}) {
  useKeys(Object.fromEntries(choices.map(({ value }, at) => [`Digit${at + 1}`, () => onChoose(value)])))
  const place = useRef<HTMLDivElement>(null)
  // Opened by its key while it is elsewhere on an enlarged page, or under the fold: it is brought to the eye.
  // (Recent Chromium answers a scroll by a promise, which an effect must not give back.)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <div ref={place} className={style.chooser}>
      {choices.map(({ value, title }, at) => (
        <Button
          key={value}
          size="dense"
          keyCap={String(at + 1)}
          selected={value === chosen}
          onPress={() => onChoose(value)}
        >
          {title}
        </Button>
      ))}
      {children}
    </div>
  )
}
