export { auditEntries, noteAudit, type AuditEntry, type AuditNote } from './audit-log.js';
