import { useState } from 'react'
import { LocalRegulation } from '../../../shared/contract/office/settings.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { calendarDate } from '../../../shared/messages/format/numbers.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Form } from '../../ui/Form.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Prose } from '../../ui/Prose.tsx'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { Select } from '../../ui/Select.tsx'
import page from './Law.module.css'
import style from './LawSettings.module.css'
import type { VersionLine } from './versions.ts'

const words = law.settings
const blank = { title: '', number: '', date: '', piece: '' }

/** The délibérations by which the office requires a piece: entered once, cited wherever the piece is asked. */
export function Regulations({
  procedures,
  regulations,
  onChange,
}: {
  readonly procedures: readonly VersionLine[]
  readonly regulations: readonly LocalRegulation[]
  readonly onChange: (regulations: readonly LocalRegulation[]) => void
}) {
  const [typed, setTyped] = useState(blank)
  const [procedureId, setProcedureId] = useState<string>('autre')
  const [isWrong, setWrong] = useState(false)
  const titleOf = (id: string) => procedures.find((one) => one.procedureId === id)?.title.fr ?? id
  const field = (name: 'title' | 'number' | 'piece', maxLength: number) => (
    <Field
      label={words.regulation[name]}
      value={typed[name]}
      maxLength={maxLength}
      onChange={(text) => setTyped({ ...typed, [name]: text })}
    />
  )
  const add = () => {
    const regulation = LocalRegulation.safeParse({ ...typed, procedureId })
    setWrong(!regulation.success)
    if (!regulation.success) return
    setTyped(blank)
    onChange([...regulations, regulation.data])
  }
  return (
    <Group title={words.regulations}>
      <p className={page.help}>
        <Prose>{words.regulationsHelp}</Prose>
      </p>
      {regulations.length === 0 && <p className={page.help}>{words.noRegulation}</p>}
      <Rows label={words.regulations}>
        {regulations.map((one, at) => (
          <Row key={`${one.procedureId} ${one.number} ${one.piece}`} align="top" className={page.row}>
            <About least={240}>
              <span className={lettering.strong}>{one.piece}</span>
              <span className={lettering.under}>
                <Prose>
                  {words.regulationSaid(
                    titleOf(one.procedureId),
                    one.title,
                    one.number,
                    calendarDate(one.date),
                  )}
                </Prose>
              </span>
            </About>
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.removeFor(one.piece)}
              onPress={() => onChange(regulations.filter((_, other) => other !== at))}
            >
              {words.remove}
            </Button>
          </Row>
        ))}
      </Rows>
      <Form onSend={add}>
        <Select
          label={words.regulation.procedure}
          value={procedureId}
          options={procedures.map((one) => ({ value: one.procedureId as string, title: one.title.fr }))}
          onChange={setProcedureId}
        />
        <span className={style.pair}>
          {field('piece', 200)}
          {field('title', 200)}
          {field('number', 40)}
          <DateField
            label={words.regulation.date}
            value={dayOrNone(typed.date)}
            onChange={(day) => setTyped({ ...typed, date: day ?? '' })}
            error={isWrong ? words.regulationWrong : undefined}
          />
        </span>
        <Button type="submit">{words.regulationAdd}</Button>
      </Form>
    </Group>
  )
}
