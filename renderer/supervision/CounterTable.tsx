import { useEffect, useState } from 'react'
import type { ServiceId } from '../../shared/contract/ids.ts'
import type { CounterNow } from '../../shared/contract/queue/waiting.ts'
import { hour } from '../../shared/messages/format/numbers.ts'
import { supervision } from '../../shared/messages/history/supervision.fr.ts'
import { Choices } from '../app/Choice.tsx'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import type { OneAct } from './Acts.tsx'
import { useAct, type Act } from './acts.ts'
import { AskedRow } from './AskedRow.tsx'
import { counterNow, namesOf, type Names, type Present } from './names.ts'
import { OpenCounter } from './OpenCounter.tsx'
import { useEscape } from '../ui/escape.ts'
import lettering from '../ui/Lettering.module.css'
import style from './Supervision.module.css'
import { Panel, Table } from '../ui/Table.tsx'

const words = supervision.counters

/** What each counter does and for which services, by number: nobody is named, timed or ranked. Skills change here. */
export function CounterTable({ view }: { readonly view: Present }) {
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
        columns={[
          { title: words.columns.counter },
          { title: words.columns.now },
          { title: words.columns.services },
        ]}
      >
        {view.counters.map((counter) => (
          <AskedRow key={counter.counterId} columns={3} act={actOf(counter, view, act)}>
            {(button) => (
              <>
                <th scope="row" className={style.name}>
                  {counter.name.fr}
                </th>
                <td className={counter.open ? undefined : style.closed}>
                  {counterNow(counter)}
                  {counter.pause && counter.pause.until !== null && (
                    <span className={lettering.under}>
                      {words.until(hour(counter.pause.until, view.zone))}
                    </span>
                  )}
                </td>
                <td className={classes(lettering.small, style.skills)}>
                  {counter.open && (counter.services.map(names.service).join(', ') || words.none)}
                  {button === null ? (
                    !counter.open && supervision.none
                  ) : (
                    <div className={style.denseActs}>{button}</div>
                  )}
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

/** A closed counter opens while the day is; an open one receives other services of its agent's. */
function actOf(counter: CounterNow, view: Present, act: Act): OneAct | null {
  const { counterId, name, services, able, open } = counter
  if (!open)
    return view.day === null
      ? null
      : {
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
        }
  const possible = [...new Set([...services, ...able])]
  if (possible.length <= 1) return null
  return {
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
