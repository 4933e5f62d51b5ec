using EcsPlatform.Routing;

namespace EcsPlatform.Tests.Routing;

public class RuleMatchTests
{
    [Fact]
    public void Defaults()
    {
        var match = new RuleMatch { Hosts = ["viewer.example.org"] };
        match.Paths.ShouldBeEmpty();
        match.Headers.ShouldBeEmpty();
        match.Problems("viewer").ShouldBeEmpty();
        match.ToString().ShouldBe("viewer.example.org");
    }

    [Fact]
    public void Everything_that_AWS_allows_is_allowed()
    {
        var match = new RuleMatch { Hosts = ["*.a_b-1?.example.org", $"{new string('a', 124)}.org"], Paths = ["/", """/aZ9_-.$/~"'@:+&*?"""] };
        match.Problems("viewer").ShouldBeEmpty();
        match.ToString().ShouldBe($"{match.Hosts[0]} or {match.Hosts[1]}, path / or {match.Paths[1]}");
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        new RuleMatch { Hosts = [] }.Problems("viewer").Select(problem => problem.ToString()).ShouldBe([
            "viewer.hosts: none. Allowed: one host or more. Name the hosts: a rule without one takes the requests of all others.",
        ]);
        var longHost = $"{new string('a', 125)}.org";
        var longPath = $"/{new string('a', 128)}";
        new RuleMatch { Hosts = ["Viewer.org", longHost, "viewer"], Paths = ["api", longPath, "/?q=%20"] }
            .Problems("viewer").Select(problem => problem.ToString()).ShouldBe([
                "viewer.hosts: 'Viewer.org'. Allowed: lower-case letters, digits, -, _, *, ? and dots, with letters only after the last dot. Give a whole host name.",
                $"viewer.hosts: '{longHost}', 129 characters. Allowed: at most 128. Choose a shorter host name: a listener rule takes no longer one.",
                "viewer.hosts: 'viewer'. Allowed: lower-case letters, digits, -, _, *, ? and dots, with letters only after the last dot. Give a whole host name.",
                "viewer.paths: 'api'. Allowed: / and then letters, digits, wildcards and _-.$/~\"'@:+&. Begin with /, and leave out the query.",
                $"viewer.paths: '{longPath}', 129 characters. Allowed: at most 128. Use a wildcard.",
                "viewer.paths: '/?q=%20'. Allowed: / and then letters, digits, wildcards and _-.$/~\"'@:+&. Begin with /, and leave out the query.",
                "viewer.paths: 3 hosts and 3 paths. Allowed: at most 5 together. Use wildcards, or a second workload's route.",
            ]);
        new RuleMatch { Hosts = ["*.*.example.org"], Paths = ["/*/??"] }.Problems("viewer").ShouldBeEmpty();
        new RuleMatch { Hosts = ["*.*.example.org"], Paths = ["/*/???"] }.Problems("viewer").Select(problem => problem.ToString()).ShouldBe([
            "viewer.paths: 6 wildcards. Allowed: at most 5 in all hosts and paths. Use fewer.",
        ]);
    }

    [Fact]
    public void Every_problem_with_headers_is_reported()
    {
        var match = new RuleMatch
        {
            Hosts = ["*.viewer.example.org"],
            Paths = ["/*"],
            Headers = [new HeaderMatch("X-Preview", "a b", "*?")],
        };
        match.Problems("viewer").ShouldBeEmpty();
        match.ToString().ShouldBe("*.viewer.example.org, path /*, header X-Preview: a b or *?");
        (match with { Headers = [new HeaderMatch("X Preview", ""), new HeaderMatch("HOST", "a\\b"), new HeaderMatch("X"), new HeaderMatch("Y", "***", "?")] })
            .Problems("viewer").Select(problem => problem.ToString()).ShouldBe([
                "viewer.headers: 'X Preview'. Allowed: a name of letters, digits and !#$%&'*+-.^_`|~, at most 40. Give a header's name.",
                "viewer.headers.X Preview: ''. Allowed: 1 to 128 printable characters but \\. Use a wildcard for others.",
                "viewer.headers: 'HOST'. Allowed: another header. Name the host in the route's hosts.",
                "viewer.headers.HOST: 'a\\b'. Allowed: 1 to 128 printable characters but \\. Use a wildcard for others.",
                "viewer.headers.X: no value. Allowed: one value or more. Give *, if any value will do.",
                "viewer.paths: 1 hosts and 1 paths and 4 values of headers. Allowed: at most 5 together. Use wildcards, or a second workload's route.",
                "viewer.paths: 6 wildcards. Allowed: at most 5 in all hosts, paths and headers. Use fewer.",
            ]);
        new HeaderMatch(new string('x', 40), new string('y', 128)).Problems("h").ShouldBeEmpty();
        new HeaderMatch(new string('x', 41), new string('y', 129)).Problems("h").Count().ShouldBe(2);
    }

    [Fact]
    public void A_value_that_another_covers_is_refused_once()
    {
        new RuleMatch { Hosts = ["a.org", "*.org", "b.com"], Paths = ["/x", "/x"] }.Problems("viewer").Select(problem => problem.ToString()).ShouldBe([
            "viewer.hosts: 'a.org', which '*.org' matches already. Allowed: values that add something. Leave it out.",
            "viewer.paths: '/x', which '/x' matches already. Allowed: values that add something. Leave it out.",
        ]);
    }
}
