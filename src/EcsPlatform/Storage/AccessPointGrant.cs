namespace EcsPlatform.Storage;

/// <summary>
/// A right that the file system's own policy gives: for principals whose policies are written elsewhere, such as a role of another account.
/// </summary>
/// <param name="AccessPoint">The name of one of the file system's access points.</param>
/// <param name="Principal">The ARN of a role, a user or an account's root, for example <c>arn:aws:iam::111111111111:role/loader</c>.</param>
/// <param name="Right">What it may do.</param>
public sealed record AccessPointGrant(string AccessPoint, string Principal, FileSystemRight Right)
{
    /// <summary>Finds what is wrong with this grant.</summary>
    /// <param name="where">What it belongs to, for the messages.</param>
    /// <param name="accessPoints">The file system's access points.</param>
    /// <returns>The problems, none when it is right.</returns>
    public IEnumerable<Problem> Problems(string where, IReadOnlyDictionary<string, AccessPoint> accessPoints)
    {
        if (!accessPoints.TryGetValue(AccessPoint, out var accessPoint))
        {
            foreach (var problem in Storage.AccessPoint.UnknownProblems(where, AccessPoint, accessPoints.Keys))
            {
                yield return problem;
            }
        }
        else if (Right == FileSystemRight.Root && !accessPoint.RootAccess)
        {
            yield return new Problem(
                $"{where}.right", $"root on '{AccessPoint}', whose user is {accessPoint.UserId}", "Read, ReadWrite", "Grant less, or set RootAccess there");
        }

        if (!Arn.TryParse(Principal, out var arn) || arn is not { Service: "iam" or "sts", AccountId.Length: 12 })
        {
            yield return new Problem($"{where}.principal", $"'{Principal}'", "the ARN of a role, a user or an account's root", "Name who gets the right");
        }
    }
}
