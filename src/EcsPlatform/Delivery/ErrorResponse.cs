namespace EcsPlatform.Delivery;

/// <summary>What viewers get instead of an error of the origin.</summary>
/// <param name="ErrorCode">The origin's status, for example 403, which private buckets answer for what they do not have.</param>
public sealed record ErrorResponse(int ErrorCode)
{
    // https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomErrorResponse.html
    private static readonly ImmutableSortedSet<int> Errors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

    /// <summary>The page and the status that viewers get. Default: null, the origin's.</summary>
    public ErrorPage? Page { get; init; }

    /// <summary>For how long CloudFront does not ask the origin again, in seconds, 0 or more. Default: 10, AWS's own.</summary>
    public int CachingSeconds { get; init; } = 10;

    /// <summary>Finds what is wrong with error responses.</summary>
    /// <param name="where">What they belong to, for the messages.</param>
    /// <param name="responses">All of a distribution.</param>
    /// <returns>The problems, none when they are right.</returns>
    public static IEnumerable<Problem> Problems(string where, ImmutableArray<ErrorResponse> responses) =>
    [
        .. responses.SelectMany(response => response.OwnProblems($"{where}.{response.ErrorCode}")),
        .. responses.GroupBy(response => response.ErrorCode).Where(same => same.Count() > 1)
            .Select(same => new Problem($"{where}.{same.Key}", $"{same.Count()} times", "each status once", "Leave the others out")),
    ];

    private IEnumerable<Problem> OwnProblems(string where)
    {
        if (!Errors.Contains(ErrorCode))
        {
            yield return new Problem(where, $"{ErrorCode}", string.Join(", ", Errors), "Choose an error that CloudFront catches");
        }

        if (Page is { Status: var status } && status != 200 && !Errors.Contains(status))
        {
            yield return new Problem($"{where}.status", $"{status}", $"200, {string.Join(", ", Errors)}", "Choose a status that CloudFront sends");
        }

        if (Page is { Path: var path } && !path.StartsWith('/'))
        {
            yield return new Problem($"{where}.path", $"'{path}'", "a path with a leading slash", "Begin with /");
        }

        if (CachingSeconds < 0)
        {
            yield return new Problem(
                $"{where}.caching", $"{CachingSeconds} s", "0 s or more", "Choose how long CloudFront does not ask again");
        }
    }
}

/// <summary>A page that viewers get instead of an error.</summary>
/// <param name="Status">The status that they get, for example 404.</param>
/// <param name="Path">The page's path, with a leading slash, for example <c>/404.html</c>.</param>
public sealed record ErrorPage(int Status, string Path);
