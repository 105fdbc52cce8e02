import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../text/i18n.js';

/** The other language, in its own words. */
export function LanguageSwitch({ className }: { className?: string | undefined }) {
  const { i18n } = useTranslation();
  const other = i18n.language === 'ar' ? 'en' : 'ar';
  return (
    <Button
      className={className}
      variant="subtle"
      color="gray"
      size="compact-sm"
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {other === 'ar' ? 'العربية' : 'English'}
    </Button>
  );
}
