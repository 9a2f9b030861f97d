/** From this zoom on volunteers are dots and kelurahan are named; below it volunteers are counted. */
export const DOTS_FROM_ZOOM = 12.5

/** Letters are drawn from the page's own font; MapLibre reads the weight out of the first name. */
export const font = {
  plain: ['Inter Variable Medium', 'Inter Variable'],
  strong: ['Inter Variable Semibold', 'Inter Variable'],
}
