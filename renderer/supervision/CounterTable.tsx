import { useEffect, useState } from 'react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Choices } from '../ui/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import type { OneAct } from './Acts.tsx'
import { useAct, type Act } from '../link/hooks.ts'
import { AskedRow } from './AskedRow.tsx'
import { closingCounter } from './closingCounter.tsx'
import { isUnanswered } from './lines.ts'
import { counterNow, namesOf, type Names, type Present } from './names.ts'
import { OpenCounter } from './OpenCounter.tsx'
import { useEscape } from '../ui/escape.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Supervision.module.css'
import { Panel, Table } from '../ui/Table.tsx'

const words = supervision.counters

type Counter = Present['counters'][number]

/** What each counter does and for which services, by number: nobody is named, timed or ranked. Opened, changed and closed here. */
export function CounterTable({ view, now }: { readonly view: Present; readonly now: number }) {
  const names = namesOf(view)
  const act = useAct()
  const { reception } = view
  const receptionCounts = [
    words.information(reception.information),
    words.telephone(reception.telephone),
    words.interruptions(reception.interruptions),
  ]
  return (
    <Panel title={words.title}>
      <Table
        caption={words.title}
        captionHidden
        columns={[{ title: words.columns.counter }, { title: words.columns.services }]}
      >
        {view.counters.map((counter) => (
          <AskedRow key={counter.counterId} columns={2} acts={actsOf(counter, view, act)}>
            {(buttons) => (
              <>
                <th scope="row" className={style.name}>
                  {counter.name.fr}
                  <span className={classes(style.state, !counter.open && style.closed)}>
                    {counterNow(counter)}
                  </span>
                  {since(counter, now, view.zone).map((text) => (
                    <span key={text} className={classes(lettering.under, style.hour)}>
                      {text}
                    </span>
                  ))}
                </th>
                <td className={classes(lettering.small, style.skills)}>
                  {counter.open
                    ? counter.services.map(names.service).join(', ') || words.none
                    : counter.closedFor !== null
                      ? words.closedFor(hour(counter.closedFor.at, view.zone), counter.closedFor.reason)
                      : buttons === null && supervision.none}
                  {buttons !== null && <div className={style.denseActs}>{buttons}</div>}
                </td>
              </>
            )}
          </AskedRow>
        ))}
      </Table>
      <p className={lettering.note}>
        <strong>{words.reception}</strong> {receptionCounts.join(' · ')}
      </p>
    </Panel>
  )
}

/** Since when it calls without an answer; until when it is paused. */
function since(counter: Counter, now: number, zone: string): readonly string[] {
  const { ticket, pause } = counter
  if (ticket !== null && isUnanswered(counter, now)) return [words.since(hour(ticket.since, zone))]
  return pause === null || pause.until === null ? [] : [words.until(hour(pause.until, zone))]
}

/**
 * A closed counter opens while the day is, one that was closed by mistake for the agent who held it; an open one receives other
 * services of its agent's, or is closed where its agent left it open.
 */
function actsOf(counter: Counter, view: Present, act: Act): readonly OneAct[] {
  const { counterId, name, services, able, open, closedFor } = counter
  if (!open)
    return view.day === null
      ? []
      : [
          ...(closedFor === null
            ? []
            : [
                {
                  label: words.undoClose,
                  name: words.undoCloseFor(name.fr),
                  press: () => void act('counter.open', { counterId, agentId: closedFor.agentId }),
                },
              ]),
          {
            label: supervision.decide.openAct,
            name: supervision.decide.openActFor(name.fr),
            form: (close) => (
              <OpenCounter
                only={counterId}
                view={view}
                onCancel={close}
                onOpen={(opened, agentId) => {
                  close()
                  void act('counter.open', { counterId: opened, agentId })
                }}
              />
            ),
          },
        ]
  const possible = [...new Set([...services, ...able])]
  const skills: OneAct = {
    label: words.change,
    name: words.changeFor(name.fr),
    form: (close) => (
      <SkillsForm
        label={words.receives(name.fr)}
        possible={possible}
        services={services}
        names={namesOf(view)}
        onCancel={close}
        onApply={(chosen) => {
          close()
          void act('counter.skills', { counterId, services: chosen && [...chosen] })
        }}
      />
    ),
  }
  return [...(possible.length > 1 ? [skills] : []), closingCounter(counter, act)]
}

function SkillsForm({
  label,
  possible,
  services,
  names,
  onApply,
  onCancel,
}: {
  readonly label: string
  readonly possible: readonly ServiceId[]
  readonly services: readonly ServiceId[]
  readonly names: Names
  readonly onApply: (services: readonly ServiceId[] | null) => void
  readonly onCancel: () => void
}) {
  const [chosen, setChosen] = useState<readonly ServiceId[]>(services)
  const form = useEscape<HTMLFormElement>(onCancel)
  useEffect(() => form.current?.querySelector('input')?.focus(), [form])
  return (
    <form
      ref={form}
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) onApply(chosen)
      }}
    >
      <Choices
        label={label}
        values={chosen}
        onChange={setChosen}
        options={possible.map((value) => ({ value, title: names.service(value) }))}
      />
      {chosen.length === 0 && <p className={lettering.wrong}>{words.atLeastOne}</p>}
      <div className={style.row}>
        <Button type="submit" kind="primary" size="dense" isDisabled={chosen.length === 0}>
          {words.apply}
        </Button>
        <Button size="dense" onPress={() => onApply(null)}>
          {words.all}
        </Button>
        <Button kind="quiet" size="dense" onPress={onCancel}>
          {supervision.decide.cancel}
        </Button>
      </div>
    </form>
  )
}
