import { TriangleAlert } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { app as appWords } from '../../shared/messages/app.fr.ts'
import { Button } from './Button.tsx'
import { Status } from './Status.tsx'
import style from './Boundary.module.css'

type Props = { readonly name: string; readonly children: ReactNode }

/** A panel that breaks says so at its own place; the rest of the page goes on. React asks for a class here. */
export class Boundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <div className={style.broken} role="alert">
        <Status tone="stop" icon={<TriangleAlert aria-hidden size={20} />}>
          {appWords.panelBroken(this.props.name)}
        </Status>
        <p>{appWords.panelBrokenHelp}</p>
        <Button onPress={() => this.setState({ broken: false })}>{appWords.panelAgain}</Button>
      </div>
    )
  }
}
