// A file of its own, so that the scheduler is loaded when a card has to be made and not before.
export { scheduleCard } from '#learner';
