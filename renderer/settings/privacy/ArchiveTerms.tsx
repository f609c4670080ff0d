import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { mostSlipRows, type Fate } from '../../../shared/contract/privacy/archives.ts'
import { archivesWords } from '../../../shared/messages/privacy/archives.fr.ts'
import { useCommand } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { say } from '../../link/notices.ts'
import { Prose } from '../../ui/Prose.tsx'
import { Select } from '../../ui/Select.tsx'
import { Table } from '../../ui/Table.tsx'
import style from '../Settings.module.css'

type Kind = Output<'archives.get'>['kinds'][number]
const words = archivesWords.terms

/** How long each kind of public archive is kept, and what becomes of it then: proposed, or the office's own. */
export function ArchiveTerms({
  kinds,
  onChanged,
}: {
  readonly kinds: readonly Kind[]
  readonly onChanged: () => void
}) {
  const [changing, setChanging] = useState<Kind['kind'] | null>(null)
  const { columns } = words
  const changed = kinds.find(({ kind }) => kind === changing)
  return (
    <Group title={words.title}>
      <p className={style.small}>{words.help}</p>
      <Table
        caption={words.title}
        captionHidden
        columns={[columns.kind, columns.rule, columns.why, columns.over, columns.toTransfer, columns.act]}
      >
        {kinds.map(({ kind, term, minimum, why, settled, over, toTransfer }) => (
          <tr key={kind}>
            <th scope="row">{archivesWords.kinds[kind]}</th>
            <td>
              {archivesWords.rule(kind, term)}
              {minimum !== null && ` ${words.minimum(minimum)}`}
              {!settled && ` ${words.toConfirm}`}
            </td>
            <td>
              <Prose>{why}</Prose>
            </td>
            <td>{words.over(over, mostSlipRows)}</td>
            <td>{words.over(toTransfer, mostSlipRows)}</td>
            <td>
              <Button
                size="dense"
                aria-label={words.changeFor(archivesWords.kinds[kind])}
                onPress={() => setChanging(kind)}
              >
                {words.change}
              </Button>
            </td>
          </tr>
        ))}
      </Table>
      {changed && (
        <TermForm
          key={changed.kind}
          of={changed}
          onEnd={(done) => {
            setChanging(null)
            if (done) onChanged()
          }}
        />
      )}
    </Group>
  )
}

function TermForm({ of, onEnd }: { readonly of: Kind; readonly onEnd: (done: boolean) => void }) {
  const set = useCommand('archives.setTerm')
  const [months, setMonths] = useState(of.term.months === null ? '' : String(of.term.months))
  const [fate, setFate] = useState<Fate>(of.term.fate)
  const [wrong, setWrong] = useState<string | undefined>()
  const save = async () => {
    const typed = months.trim()
    const number = typed === '' ? null : Number(typed)
    if (number !== null && !(Number.isInteger(number) && number >= 1 && number <= 1200))
      return setWrong(words.monthsWrong)
    const result = await set({ kind: of.kind, term: { months: number, fate } })
    if ('error' in result) return
    say(words.saved, 'done')
    onEnd(true)
  }
  const name = words.changeFor(archivesWords.kinds[of.kind])
  return (
    <Form aria-label={name} className={`${style.edit!} ${style.form!}`} onSend={save}>
      <p>{name}</p>
      <Field
        label={words.months}
        detail={words.monthsHelp}
        startsFocused
        value={months}
        error={wrong}
        inputMode="numeric"
        maxLength={4}
        onChange={(value) => {
          setWrong(undefined)
          setMonths(value)
        }}
      />
      <Select
        label={words.fate}
        value={fate}
        options={(Object.keys(archivesWords.fates) as Fate[]).map((value) => ({
          value,
          title: archivesWords.fates[value],
        }))}
        onChange={setFate}
      />
      <div className={style.acts}>
        <Button kind="primary" type="submit">
          {words.save}
        </Button>
        <Button onPress={() => onEnd(false)}>{words.cancel}</Button>
      </div>
    </Form>
  )
}
