import type { FigureName } from '../../shared/contract/history/figures.ts'
import { definitionWords as words, figureDefinitions } from '../../shared/messages/history/definitions.fr.ts'
import lettering from '../ui/Lettering.module.css'
import style from './FigureHelp.module.css'

/** The « ? » of a group of figures: what each counts, of what, whom it leaves out, from what. */
export const FigureHelp = ({ figures }: { readonly figures: readonly FigureName[] }) => (
  <details className={style.help}>
    <summary aria-label={words.open} title={words.open}>
      ?
    </summary>
    <div className={style.all}>
      {figures.map((figure) => {
        const { name, unit, counted, of, leftOut, source } = figureDefinitions[figure]
        return (
          <section key={figure} aria-label={name}>
            <h3 className={lettering.strong}>
              {name} ({unit})
            </h3>
            <dl>
              <Said of={words.counted}>{counted}</Said>
              {of !== null && <Said of={words.of}>{of}</Said>}
              <Said of={words.leftOut}>{leftOut}</Said>
              <Said of={words.source}>{source}</Said>
            </dl>
          </section>
        )
      })}
    </div>
  </details>
)

const Said = ({ of, children }: { readonly of: string; readonly children: string }) => (
  <div>
    <dt>{of}</dt>
    <dd>{children}</dd>
  </div>
)
