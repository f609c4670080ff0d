import type { Output } from '../../shared/contract/index.ts'
import { count } from '../../shared/messages/numbers.ts'
import { pages } from '../../shared/messages/pages.fr.ts'
import { Card } from '../ui/Card.tsx'
import style from './Supervision.module.css'

const figures = ['waiting', 'received', 'left', 'absent'] as const

/** What each service has done and has to do today, and the whole. */
export function ServiceTable({ services }: { readonly services: Output<'queue.view'>['services'] }) {
  const words = pages.supervision
  return (
    <Card label={words.services} className={style.card}>
      <table className={style.table}>
        <caption className={style.caption}>{words.services}</caption>
        <thead>
          <tr>
            <th scope="col">{words.serviceColumns.service}</th>
            {figures.map((figure) => (
              <th key={figure} scope="col" className={style.figure}>
                {words.serviceColumns[figure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <tr key={service.serviceId}>
              <th scope="row">{service.name.fr}</th>
              {figures.map((figure) => (
                <td key={figure} className={style.figure}>
                  {count(service[figure])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.serviceColumns.all}</th>
            {figures.map((figure) => (
              <td key={figure} className={style.figure}>
                {count(services.reduce((sum, service) => sum + service[figure], 0))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Card>
  )
}
