import style from './Bring.module.css'
import type { Motive } from './motive.ts'
import { PieceIcon } from './PieceIcon.tsx'
import { Said } from './Said.tsx'
import { useWords } from './words.ts'

/**
 * What to have, before queueing; lacking something never forbids the ticket.
 * @param tickets whether one is given for it now
 */
export function Bring({ bring, tickets }: Pick<Motive, 'bring'> & { readonly tickets: boolean }) {
  const words = useWords()
  if (bring.length === 0) return <p className={style.missing}>{words.nothingToBring}</p>
  return (
    <section>
      <h2 className={style.question}>{words.haveYou}</h2>
      <ul role="list" className={style.pieces}>
        {bring.map(({ title, detail, icon }) => (
          <li key={title.fr}>
            <PieceIcon name={icon} />
            <span>
              <span className={style.piece}>
                <Said>{title}</Said>
              </span>
              {detail && (
                <span className={style.detail}>
                  <Said>{detail}</Said>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {tickets && <p className={style.missing}>{words.somethingMissing}</p>}
    </section>
  )
}
