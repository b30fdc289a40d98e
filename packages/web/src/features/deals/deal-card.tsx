import { Menu } from '@mantine/core'
import type { Deal } from '@sundial/sdk'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { BoardCard } from '../board/board-card.tsx'
import board from '../board/board.module.css'
import { MoveItems } from '../board/move-items.tsx'
import { useMoney } from '../rates/use-money.ts'
import { useBoard } from './board-context.tsx'
import classes from './deal-board.module.css'
import { useDeleteDeal } from './deals.ts'
import { ExpectedClose } from './expected-close.tsx'
import { isClosing, stages } from './stages.ts'

/** A deal on the board, opened by its name. */
export function DealCard({ deal }: { deal: Deal }) {
  const navigate = useNavigate()
  const { moved } = useBoard()
  return (
    <BoardCard
      card={deal}
      isMoved={moved === deal.id}
      onOpen={() => navigate({ to: '/crm/deals', search: { deal: String(deal.id) } })}
      menu={<CardMenu deal={deal} />}
    >
      <DealCardFace deal={deal} />
    </BoardCard>
  )
}

/** What a card says under its name. */
export function DealCardFace({ deal }: { deal: Deal }) {
  const { t } = useTranslation()
  const money = useMoney()
  const { clientNames, ownerNames } = useBoard()
  const { value, weighted_value, currency, probability, client_id, loss_reason } = deal
  const client = clientNames.get(client_id ?? 0)
  const owner = ownerNames.get(deal.owner_id)
  return (
    <>
      {client && (
        <Link to="/clients/$id" params={{ id: String(client_id) }} className={classes.client}>
          {client}
        </Link>
      )}
      {value !== null && <span className={classes.value}>{money.amount(value, currency)}</span>}
      {!isClosing(deal.stage) && (
        <>
          <span>{t('crm.deals.chance', { percent: money.percent(probability) })}</span>
          {weighted_value !== null && (
            <span>{t('crm.deals.weightedIs', { amount: money.amount(weighted_value, currency) })}</span>
          )}
        </>
      )}
      <ExpectedClose deal={deal} />
      {deal.stage === 'closed_lost' && loss_reason && <span className={classes.reason}>{loss_reason}</span>}
      {owner && <span>{owner}</span>}
    </>
  )
}

function CardMenu({ deal }: { deal: Deal }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { moveTo } = useBoard()
  const remove = useDeleteDeal()
  return (
    <Menu width={200}>
      <Menu.Target>
        <IconButton
          icon={IconDots}
          size={28}
          label={t('crm.actionsFor', deal)}
          className={board.menu}
          data-turn="actions"
        />
      </Menu.Target>
      <Menu.Dropdown>
        <MoveItems
          columns={stages.filter((stage) => stage !== deal.stage)}
          columnName={(stage) => t(`crm.deals.in.${stage}`)}
          onMove={(stage) => {
            moveTo(deal, stage)
          }}
        />
        <Menu.Item
          leftSection={<Icon of={IconPencil} />}
          onClick={() => navigate({ to: '/crm/deals', search: { deal: String(deal.id) } })}
        >
          {t('crm.deals.edit')}
        </Menu.Item>
        <Menu.Item
          color="danger"
          leftSection={<Icon of={IconTrash} />}
          onClick={() => {
            remove.mutate(deal)
          }}
        >
          {t('crm.deals.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
