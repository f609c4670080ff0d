import { useState } from 'react'
import type { Assessment } from '../../shared/contract/law/assessment.ts'
import { wordsIn } from '../../shared/contract/letters.ts'
import type { Ministry, Sheet } from '../../shared/contract/visit/sheet.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { Checkbox } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { useKeys } from '../ui/keys.ts'
import type { Patch } from './acts.ts'
import type { Checklist } from './checklist.ts'
import { Panel } from './Panel.tsx'
import { Prose } from '../ui/Prose.tsx'
import style from './Panel.module.css'
import { Cited } from './Sources.tsx'

type Signing = Exclude<Sheet['signing'], null>
const signings: readonly Signing[] = ['readAloud', 'cannotSign']

const toggled = (list: readonly string[], one: string, there: boolean): string[] =>
  there ? [...new Set([...list, one])] : list.filter((other) => other !== one)

/** What is noted around a request, by figures: the signing, forms handed out, originals kept, the ministry's receipt. */
export function More({
  sheet,
  assessment,
  checklist,
  patch,
  onLeave,
}: {
  readonly sheet: Sheet
  readonly assessment: Assessment | null
  readonly checklist: Checklist
  readonly patch: Patch
  readonly onLeave: () => void
}) {
  const words = counterWords.who
  const { signing, forms, originals } = sheet
  const known = assessment?.forms ?? []
  const presented = checklist.rows.filter(({ state }) => state === 'presented')
  const rows = [
    ...signings.map((value) => ({
      key: value,
      title: words.signings[value],
      ticked: signing === value,
      tick: (there: boolean) => void patch({ signing: there ? value : null }),
    })),
    ...known.map(({ cerfa, title }) => ({
      key: `form ${cerfa}`,
      title: `${title}, ${words.form(cerfa)}`,
      ticked: forms.includes(cerfa),
      tick: (there: boolean) => void patch({ forms: toggled(forms, cerfa, there) }),
    })),
    ...presented.map(({ key, title, piece }) => {
      // By its id in the rules, or by the name that was typed.
      const name = 'pieceId' in piece ? piece.pieceId : piece.label
      return {
        key: `original ${key}`,
        title,
        ticked: originals.includes(name),
        tick: (there: boolean) => void patch({ originals: toggled(originals, name, there) }),
      }
    }),
  ]
  useKeys(
    Object.fromEntries(
      rows.slice(0, 9).map(({ ticked, tick }, at) => [`Digit${at + 1}`, () => tick(!ticked)]),
    ),
  )
  const box = (at: number) => {
    const row = rows[at]
    return row ? (
      <li key={row.key}>
        <Checkbox {...(at < 9 ? { keyCap: String(at + 1) } : {})} isSelected={row.ticked} onChange={row.tick}>
          {row.title}
        </Checkbox>
      </li>
    ) : null
  }
  const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => box(from + at))
  const [form] = known
  return (
    <Panel title={words.more} help={words.moreHelp} onLeave={onLeave}>
      <div className={style.form}>
        <ul role="list">{range(0, signings.length)}</ul>
        {known.length > 0 && (
          <div role="group" aria-label={words.forms}>
            <h4 className={style.chipsLabel}>
              {words.forms}
              {form && (
                <>
                  {' · '}
                  <Cited sources={form.sources} toConfirm={form.toConfirm} />
                </>
              )}
            </h4>
            <ul role="list">{range(signings.length, known.length)}</ul>
          </div>
        )}
        {presented.length > 0 && (
          <div role="group" aria-label={words.originals}>
            <h4 className={style.chipsLabel}>
              <Prose>{words.originals}</Prose>
            </h4>
            <ul role="list">{range(signings.length + known.length, presented.length)}</ul>
          </div>
        )}
        <MinistryFields ministry={sheet.ministry} onChange={(ministry) => void patch({ ministry })} />
      </div>
    </Panel>
  )
}

/** Both are needed, or neither. */
function MinistryFields({
  ministry,
  onChange,
}: {
  readonly ministry: Ministry | null
  readonly onChange: (ministry: Ministry | null) => void
}) {
  const words = counterWords.who
  const [issuer, setIssuer] = useState(ministry?.issuer ?? '')
  const [number, setNumber] = useState(ministry?.number ?? '')
  const leave = () => {
    const next = { issuer: wordsIn(issuer), number: wordsIn(number) }
    if (next.issuer !== '' && next.number !== '') {
      if (next.issuer !== ministry?.issuer || next.number !== ministry.number) onChange(next)
    } else if (ministry !== null && next.number === '') onChange(null)
  }
  return (
    <div role="group" aria-label={words.ministry}>
      <h4 className={style.chipsLabel}>{words.ministry}</h4>
      <p className={style.help}>{words.ministryHelp}</p>
      <div className={style.pair}>
        <Field label={words.issuer} maxLength={100} value={issuer} onChange={setIssuer} onBlur={leave} />
        <Field
          label={words.number}
          autoComplete="off"
          spellCheck="false"
          maxLength={60}
          value={number}
          onChange={setNumber}
          onBlur={leave}
        />
      </div>
    </div>
  )
}
