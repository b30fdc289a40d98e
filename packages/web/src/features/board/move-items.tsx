import { Menu } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Props<Column extends string> = {
  columns: readonly Column[]
  columnName: (column: Column) => string
  onMove: (column: Column) => void
}

/** The part of a card's menu that puts it into another column, for whoever does not drag. */
export function MoveItems<Column extends string>({ columns, columnName, onMove }: Props<Column>) {
  const { t } = useTranslation()
  return (
    <>
      <Menu.Label>{t('board.moveTo')}</Menu.Label>
      {columns.map((column) => (
        <Menu.Item
          key={column}
          onClick={() => {
            onMove(column)
          }}
        >
          {columnName(column)}
        </Menu.Item>
      ))}
      <Menu.Divider />
    </>
  )
}
