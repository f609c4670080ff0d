import { useState } from 'react'
import { tillMeans } from '../../shared/contract/till/books.ts'
import { euros } from '../../shared/messages/format/numbers.ts'
import { tillWords } from '../../shared/messages/till/till.fr.ts'
import { tillPage } from '../../shared/messages/till/page.fr.ts'
import { ActForm, firstMissing } from '../ui/ActForm.tsx'
import lettering from '../ui/Lettering.module.css'
import type { Done, TillActs, TillView } from './acts.ts'
import { CoinFields, CoinTotal } from './CoinFields.tsx'
import { coinsOf, totalOf, type Counted } from './coins.ts'
import style from './Till.module.css'

const words = tillPage.remit
/** What comes by these is in the drawer; the rest is on the accountant's account already. */
const inDrawer = new Set(['cash', 'cheque'])

/** All that is held beyond the float goes to the accountant: what goes, and the coins that are handed over. */
export function Remit({
  view,
  acts,
  onDone,
  onCancel,
}: {
  readonly view: TillView
  readonly acts: TillActs
  readonly onDone: (done: Done) => void
  readonly onCancel: () => void
}) {
  const [counted, setCounted] = useState<Counted>({})
  const { moves } = view.due.remittance
  const total = tillMeans.reduce((sum, means) => sum + moves[means], 0)
  return (
    <ActForm
      title={words.title}
      act={words.act}
      missing={firstMissing(
        [totalOf(counted) === undefined, tillPage.coins.wrong],
        [totalOf(counted) !== moves.cash, words.differs(moves.cash)],
      )}
      onSend={() => acts.remit({ coins: coinsOf(counted) })}
      said={() => words.done(total)}
      onDone={({ number, document }) => onDone({ is: 'remitted', number, cents: total, paper: document })}
      onCancel={onCancel}
    >
      <p>{total === 0 ? words.nothing : words.help(view.deed?.accountant.name ?? '')}</p>
      <table className={style.sums}>
        <caption>{words.moves}</caption>
        <tbody>
          {tillMeans
            .filter((means) => moves[means] !== 0)
            .map((means) => (
              <tr key={means}>
                <th scope="row">
                  {tillWords.means[means]}
                  {means === 'cheque' && ` · ${words.cheques(view.cheques)}`}
                  {!inDrawer.has(means) && ` · ${words.there}`}
                </th>
                <td>{euros(moves[means])}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {moves.cash > 0 && (
        <>
          <h4 className={lettering.label}>{words.handed}</h4>
          <CoinFields counted={counted} startsFocused onChange={setCounted} />
          <CoinTotal counted={counted} expected={moves.cash} />
        </>
      )}
    </ActForm>
  )
}
