import { useState } from 'react'
import type { LocalDate } from '../../shared/contract/ids.ts'
import type { PartnerFigures, PartnerOffice } from '../../shared/contract/partners/day.ts'
import { count } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { partnersWords } from '../../shared/messages/partners/partners.fr.ts'
import { eachMinute, useRead } from '../link/hooks.ts'
import { finePercent, percent, wait } from '../ui/figures.ts'
import { Figure, Panel, Table } from '../ui/Table.tsx'
import { DateField } from '../ui/DateField.tsx'
import style from './Partners.module.css'

const words = partnersWords.view

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const passed = ({ overtakes }: PartnerFigures) => sum(overtakes.map(({ people }) => people))
const byService = ({ faults }: PartnerFigures) => faults.find(({ fault }) => fault === 'service')?.people ?? 0
const kept = ({ announced, within }: PartnerFigures['coverage']) =>
  announced === 0 ? supervision.none : percent(within / announced)

/** One day of several offices: each by its own figures, those that gave none by name, and what can be added up. */
export function PartnersDay({ today }: { readonly today: LocalDate }) {
  const [date, setDate] = useState<LocalDate | null>(today)
  const { shown, wrong } = useRead('partners.day', date && { date }, eachMinute)
  return (
    <Panel title={words.title}>
      <p className={style.help}>{words.help}</p>
      <DateField label={words.date} value={date} onChange={setDate} />
      {date !== null && shown === null && wrong === null && <p role="status">{words.reading}</p>}
      {wrong !== null && <p role="alert">{wrong}</p>}
      {shown !== null && <Offices offices={shown.offices} />}
    </Panel>
  )
}

function Offices({ offices }: { readonly offices: readonly PartnerOffice[] }) {
  const { columns } = words
  const known = offices.flatMap(({ figures }) => (figures === null ? [] : [figures]))
  return (
    <>
      <Table
        caption={words.title}
        captionHidden
        columns={Object.entries(columns).map(([key, title]) => ({ title, figure: key !== 'office' }))}
        foot={<Total known={known} />}
      >
        {offices.map(({ name, state, figures }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {figures === null ? (
              <td colSpan={7}>{state === 'answered' ? supervision.none : words.states[state]}</td>
            ) : (
              <>
                <Figure>{count(figures.ended.tickets)}</Figure>
                <Figure>{wait(figures.everyone.median)}</Figure>
                <Figure>{wait(figures.everyone.p90)}</Figure>
                <Figure>{count(byService(figures))}</Figure>
                <Figure>{finePercent(figures.everyone.refused)}</Figure>
                <Figure>{count(passed(figures))}</Figure>
                <Figure>{kept(figures.coverage)}</Figure>
              </>
            )}
          </tr>
        ))}
      </Table>
      <p className={style.help}>{words.missing(offices.length - known.length)}</p>
      <Reasons known={known} />
    </>
  )
}

/** Numbers are added up; waits are not: from the smallest to the largest. */
function Total({ known }: { readonly known: readonly PartnerFigures[] }) {
  const range = (of: (figures: PartnerFigures) => number | null) => {
    const all = known.map(of).filter((value) => value !== null)
    return all.length === 0 ? supervision.none : words.range(wait(Math.min(...all)), wait(Math.max(...all)))
  }
  const covered = {
    announced: sum(known.map(({ coverage }) => coverage.announced)),
    within: sum(known.map(({ coverage }) => coverage.within)),
  }
  return (
    <tr>
      <th scope="row">{words.total}</th>
      <Figure>{count(sum(known.map(({ ended }) => ended.tickets)))}</Figure>
      <Figure>{range(({ everyone }) => everyone.median)}</Figure>
      <Figure>{range(({ everyone }) => everyone.p90)}</Figure>
      <Figure>{count(sum(known.map(byService)))}</Figure>
      <Figure>{supervision.none}</Figure>
      <Figure>{count(sum(known.map(passed)))}</Figure>
      <Figure>{kept(covered)}</Figure>
    </tr>
  )
}

/** Why people passed before others, all offices together: each has a reason. */
function Reasons({ known }: { readonly known: readonly PartnerFigures[] }) {
  const all = known.flatMap(({ overtakes }) => overtakes)
  const codes = [...new Set(all.map(({ code }) => code))]
  const total = (code: string, of: 'calls' | 'people') =>
    sum(all.filter((one) => one.code === code).map((one) => one[of]))
  return (
    <>
      <h3 className={style.reasons}>{words.overtakes}</h3>
      {codes.length === 0 ? (
        <p className={style.help}>{words.noOvertakes}</p>
      ) : (
        <Table
          caption={words.overtakes}
          captionHidden
          columns={Object.entries(words.overtakeColumns).map(([key, title]) => ({
            title,
            figure: key !== 'reason',
          }))}
        >
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row">{supervision.overtakes.codes[code]}</th>
              <Figure>{count(total(code, 'calls'))}</Figure>
              <Figure>{count(total(code, 'people'))}</Figure>
            </tr>
          ))}
        </Table>
      )}
    </>
  )
}
