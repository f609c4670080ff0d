import { Camera, Euro, FileText, House, IdCard, Stamp, Users, type LucideIcon } from 'lucide-react'
import style from './Bring.module.css'

const icons: Readonly<Record<string, LucideIcon>> = {
  form: FileText,
  photo: Camera,
  card: IdCard,
  home: House,
  people: Users,
  stamp: Stamp,
  money: Euro,
}

/** What a piece looks like, by the name that its procedure gives. */
export function PieceIcon({ name }: { readonly name: string }) {
  const Icon = icons[name] ?? FileText
  return <Icon aria-hidden size={40} className={style.icon} />
}
