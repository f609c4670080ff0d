import { useState } from 'react'
import type { LocalDate } from '../../../shared/contract/ids.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { calendarDate } from '../../../shared/messages/format/numbers.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Form } from '../../ui/Form.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import page from './Law.module.css'
import style from './LawSettings.module.css'
import { withBallot } from './lawDraft.ts'

const words = law.settings

/** First rounds ahead: the electoral lists close before them. */
export function Ballots({
  ballots,
  onChange,
}: {
  readonly ballots: readonly LocalDate[]
  readonly onChange: (ballots: readonly LocalDate[]) => void
}) {
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const add = () => {
    const next = withBallot(ballots, typed)
    setWrong(next === null)
    if (next === null) return
    setTyped('')
    onChange(next)
  }
  return (
    <Group title={words.ballots}>
      <p className={page.help}>{words.ballotsHelp}</p>
      {ballots.length === 0 && <p className={page.help}>{words.noBallot}</p>}
      <Rows label={words.ballots}>
        {ballots.map((date) => (
          <Row key={date}>
            <About least={240}>{calendarDate(date)}</About>
            <Button
              kind="quiet"
              size="dense"
              aria-label={words.removeFor(calendarDate(date))}
              onPress={() => onChange(ballots.filter((each) => each !== date))}
            >
              {words.remove}
            </Button>
          </Row>
        ))}
      </Rows>
      <Form className={style.addRow} onSend={add}>
        <DateField
          label={words.ballotAdd}
          value={dayOrNone(typed)}
          onChange={(day) => setTyped(day ?? '')}
          error={isWrong ? words.wrongDate : undefined}
        />
        <Button type="submit">{words.add}</Button>
      </Form>
    </Group>
  )
}
