using System.Diagnostics.CodeAnalysis;

namespace EcsPlatform.Foundations;

/// <summary>
/// An Amazon Resource Name, taken apart: <c>arn:partition:service:region:account:resource</c>
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html).
/// </summary>
/// <param name="Partition">For example <c>aws</c>.</param>
/// <param name="Service">For example <c>acm</c>.</param>
/// <param name="Region">For example <c>eu-west-1</c>; empty for what has no region.</param>
/// <param name="AccountId">The account, twelve digits; empty for what has no account.</param>
/// <param name="Resource">All that follows, for example <c>certificate/…</c>.</param>
public sealed record Arn(string Partition, string Service, string Region, string AccountId, string Resource)
{
    /// <summary>Reads an ARN.</summary>
    /// <param name="text">The text.</param>
    /// <param name="arn">The ARN.</param>
    /// <returns>False when the text has fewer parts, no partition, no service or no resource.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Arn? arn)
    {
        arn = (text ?? "").Split(':', 6) is ["arn", { Length: > 0 } partition, { Length: > 0 } service, var region, var account, { Length: > 0 } resource]
            ? new Arn(partition, service, region, account, resource)
            : null;
        return arn is not null;
    }

    /// <summary>The ARN's text.</summary>
    /// <returns>For example <c>arn:aws:acm:eu-west-1:111111111111:certificate/…</c>.</returns>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{AccountId}:{Resource}";
}
