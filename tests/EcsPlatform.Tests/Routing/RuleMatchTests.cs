using EcsPlatform.Routing;

namespace EcsPlatform.Tests.Routing;

public class RuleMatchTests
{
    [Fact]
    public void Defaults()
    {
        var match = new RuleMatch { Hosts = ["viewer.example.org"] };
        match.Paths.ShouldBeEmpty();
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
    public void A_value_that_another_covers_is_refused_once()
    {
        new RuleMatch { Hosts = ["a.org", "*.org", "b.com"], Paths = ["/x", "/x"] }.Problems("viewer").Select(problem => problem.ToString()).ShouldBe([
            "viewer.hosts: 'a.org', which '*.org' matches already. Allowed: values that add something. Leave it out.",
            "viewer.paths: '/x', which '/x' matches already. Allowed: values that add something. Leave it out.",
        ]);
    }
}
