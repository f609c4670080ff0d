import { exchanges } from '../../../shared/procedures/exchanges.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { Checkbox } from '../../ui/Check.tsx'
import { Group } from '../../ui/Column.tsx'
import { About, Row, Rows } from '../../ui/Rows.tsx'
import { Status } from '../../ui/Status.tsx'
import { Prose } from '../../ui/Prose.tsx'
import lettering from '../../ui/Lettering.module.css'
import { classes } from '../../ui/classes.ts'
import style from './Law.module.css'
import own from './LawSettings.module.css'

const words = law.settings

/** One switch for each exchange between administrations, off until someone says that it works here. */
export const Exchanges = ({
  chosen,
  onChange,
}: {
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}) => (
  <Group title={words.exchanges}>
    <p className={style.help}>
      <Prose>{words.exchangesHelp}</Prose>
    </p>
    <p className={style.help}>
      <Prose>{words.exchangesElse}</Prose>
    </p>
    <Rows label={words.exchanges}>
      {exchanges.map(({ exchangeId, title, holder }) => {
        const isOn = chosen.includes(exchangeId)
        return (
          <Row key={exchangeId} align="top" className={style.row}>
            <About least={240}>
              <Checkbox
                isSelected={isOn}
                onChange={(on) =>
                  onChange(on ? [...chosen, exchangeId] : chosen.filter((id) => id !== exchangeId))
                }
              >
                {title}
              </Checkbox>
              <span className={classes(lettering.under, own.underBox)}>{words.heldBy(holder)}</span>
            </About>
            <Status tone={isOn ? 'done' : 'quiet'}>{isOn ? words.connected : words.notConnected}</Status>
          </Row>
        )
      })}
    </Rows>
  </Group>
)
