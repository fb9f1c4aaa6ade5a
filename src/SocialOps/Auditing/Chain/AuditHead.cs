namespace SocialOps.Auditing;

/// <summary>How far a tenant's audit chain was sealed. Kept where the database's owner cannot write, it shows that nothing before it was changed, left out or cut off since.</summary>
/// <param name="Sequence">The number of the last sealed event; 0 before the first.</param>
/// <param name="Hash">Its hash, which covers every event up to it: 64 lower-case hexadecimal digits.</param>
public sealed record AuditHead(long Sequence, string Hash);
