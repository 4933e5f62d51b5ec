namespace EcsPlatform.Plans;

/// <summary>An operation that an interrupted update left unfinished; only exports of real stacks have any.</summary>
/// <param name="Kind">
/// What was being done, as the export says it, for example <c>creating</c>. Besides: <c>deleting</c> of a copy that a replacement left,
/// <c>replacing</c> of a resource that was deleted and not made again, <c>initializing</c> of one that exists but did not come up.
/// </param>
/// <param name="Urn">To which resource.</param>
public sealed record PendingOperation(string Kind, string Urn);
