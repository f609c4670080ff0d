import { NumberField } from 'react-aria-components/NumberField'
import { Group as AriaGroup } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import type { Claim, Ground, Proof } from '../../shared/contract/queue/rules.ts'
import { Language } from '../../shared/contract/text.ts'
import { Arrangement } from '../../shared/contract/queue/rows.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Choice, Choices } from '../ui/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Check.tsx'
import { Group } from '../ui/Column.tsx'
import lettering from '../ui/Lettering.module.css'
import { Prose } from '../ui/Prose.tsx'
import stack from '../ui/Stack.module.css'
import style from './Needs.module.css'

/** What goes with a ticket: a priority whose proof was seen, the help asked, the language. */
export type NeedsSaid = {
  readonly priority: Claim | null
  readonly arrangements: readonly Arrangement[]
  readonly lang: Language
}

export const noNeeds: NeedsSaid = { priority: null, arrangements: [], lang: 'fr' }

/** The same as the commands take them: what was not said is not sent. */
export const needsGiven = ({ priority, arrangements, lang }: NeedsSaid) => ({
  lang,
  arrangements: [...arrangements],
  ...(priority === null ? {} : { priority }),
})

// `toShow` is what a kiosk can say; the card's code is read by a machine, which an agent's key is not.
const seenByEye: ReadonlySet<Proof> = new Set<Proof>(['card', 'helperCard', 'deadline', 'seen'])
const proofsOf = (ground: Ground) => ground.proofs.filter(({ proof }) => seenByEye.has(proof))

/** Asks for a priority by the proof that is seen, never for a medical reason; for the help needed, from a closed list. */
export function Needs({
  grounds,
  said,
  onSay,
  digits,
}: {
  readonly grounds: readonly Ground[]
  readonly said: NeedsSaid
  readonly onSay: (said: NeedsSaid) => void
  /** Somebody is chosen: 1 to 4 say their priority, 5 to 9 the help they need. */
  readonly digits: boolean
}) {
  const chosen = grounds.find(({ groundId }) => groundId === said.priority?.groundId)
  const choose = (ids: readonly string[]) => {
    const ground = grounds.find(({ groundId }) => ids.at(-1) === groundId)
    const proof = ground && proofsOf(ground)[0]?.proof
    onSay({ ...said, priority: ground ? { groundId: ground.groundId, ...(proof ? { proof } : {}) } : null })
  }
  return (
    <>
      {grounds.length > 0 && (
        <Group title={words.priority} aside={words.noReason}>
          <Choices
            label={words.priority}
            values={said.priority === null ? [] : [said.priority.groundId]}
            onChange={choose}
            figures={{ first: 1, last: 4, live: digits }}
            options={grounds.map(({ groundId }) => ({ value: groundId, title: words.grounds[groundId] }))}
          />
          {chosen && said.priority && (
            <Seen
              ground={chosen}
              claim={said.priority}
              onClaim={(priority) => onSay({ ...said, priority })}
            />
          )}
        </Group>
      )}
      <Group title={words.help} {...(grounds.length === 0 ? { aside: words.noReason } : {})}>
        <Choices
          label={words.help}
          values={said.arrangements}
          onChange={(arrangements) => onSay({ ...said, arrangements })}
          figures={{ first: 5, last: 9, live: digits }}
          options={Arrangement.options.map((value) => ({ value, title: counterWords.arrangements[value] }))}
        />
      </Group>
    </>
  )
}

/** By which proof, by which text, and with whom. */
function Seen({
  ground,
  claim,
  onClaim,
}: {
  readonly ground: Ground
  readonly claim: Claim
  readonly onClaim: (claim: Claim) => void
}) {
  const proofs = proofsOf(ground)
  return (
    <div className={style.seen}>
      {proofs.length > 1 && (
        <Choice
          label={words.proof}
          value={claim.proof ?? null}
          onChange={(proof) => onClaim({ ...claim, proof })}
          options={proofs.map(({ proof, title }) => ({ value: proof, title: title.fr }))}
        />
      )}
      {ground.companion && (
        <Checkbox
          isSelected={claim.companion ?? false}
          onChange={(companion) => onClaim({ ...claim, companion })}
        >
          {words.companion}
        </Checkbox>
      )}
      <p className={lettering.small}>
        <Prose>
          {[
            ground.title.fr,
            ...(proofs.length === 1 ? [proofs[0]!.title.fr] : []),
            words.source(ground.source, ground.toConfirm),
          ].join(' · ')}
        </Prose>
      </p>
    </div>
  )
}

/** How many requests one ticket brings, and in which language the person is called. */
export const Bringing = ({
  requests,
  onRequests,
  lang,
  onLang,
}: {
  readonly requests: number
  readonly onRequests: (requests: number) => void
  readonly lang: Language
  readonly onLang: (lang: Language) => void
}) => (
  <div className={style.bringing}>
    <NumberField
      value={requests}
      minValue={1}
      maxValue={20}
      onChange={(value) => onRequests(Number.isNaN(value) ? 1 : value)}
      className={stack.close!}
    >
      <Label className={lettering.label}>{words.requests}</Label>
      <AriaGroup className={style.stepper!}>
        <Button slot="decrement" aria-label={words.fewer}>
          −
        </Button>
        <Input className={style.count!} />
        <Button slot="increment" aria-label={words.more}>
          +
        </Button>
      </AriaGroup>
    </NumberField>
    <label className={stack.close}>
      <span className={lettering.label}>{words.language}</span>
      <select
        className={style.select}
        value={lang}
        onChange={(event) => onLang(Language.parse(event.target.value))}
      >
        {Language.options.map((value) => (
          <option key={value} value={value}>
            {counterWords.languages[value]}
          </option>
        ))}
      </select>
    </label>
  </div>
)
