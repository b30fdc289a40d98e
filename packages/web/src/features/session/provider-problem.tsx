import { useTranslation } from 'react-i18next'
import classes from '../../ui/form-error.module.css'

type Props = { name: string; problem: string | undefined }

/** Why the way back from the provider ended here. The address says it, so it may be anything. */
export function ProviderProblem({ name, problem }: Props) {
  const { t } = useTranslation()
  if (problem === undefined) return null
  return (
    <p className={classes.error} role="alert">
      {t(`singleSignOn.problem.${problem}`, { name, defaultValue: t('singleSignOn.problem.unknown') })}
    </p>
  )
}
