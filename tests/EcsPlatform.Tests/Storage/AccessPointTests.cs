using EcsPlatform.Storage;

namespace EcsPlatform.Tests.Storage;

public class AccessPointTests
{
    private static readonly AccessPoint Point = new() { RootDirectory = "/data", UserId = 1000, GroupId = 1001 };

    [Fact]
    public void All_defaults()
    {
        Point.SecondaryGroupIds.ShouldBeEmpty();
        (Point.Permissions, Point.RootAccess).ShouldBe(("750", false));
        Point.Problems("data").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        new AccessPoint
        {
            RootDirectory = "data",
            UserId = 0,
            GroupId = 0,
            SecondaryGroupIds = [.. Enumerable.Range(-1, 17)],
            Permissions = "rwx",
        }.Problems("data").Select(problem => problem.ToString()).ShouldBe([
            "data.rootDirectory: 'data'. Allowed: an absolute path other than /. Name a directory, so that volumes stay apart.",
            "data.userId: 0. Allowed: 1 or more. Use the image's own user, not root.",
            "data.groupId: 0. Allowed: 1 or more. Use the image's own group, not root.",
            "data.secondaryGroupIds: -1. Allowed: 0 or more. Give the numbers of POSIX groups.",
            "data.secondaryGroupIds: 17 groups. Allowed: up to 16. Leave some out.",
            "data.permissions: 'rwx'. Allowed: three or four octal digits, such as 750. Correct the permissions.",
        ]);
        (Point with { RootAccess = true }).Problems("data").Select(problem => problem.ToString()).ShouldBe([
            "data.rootAccess: on for user 1000. Allowed: on only for user 0. Use user 0, or leave RootAccess out.",
        ]);
        (Point with { RootAccess = true, UserId = -1, GroupId = -1 }).Problems("data").Select(problem => problem.ToString()).ShouldBe([
            "data.userId: -1. Allowed: 0 or more. Use the image's own user, not root.",
            "data.groupId: -1. Allowed: 0 or more. Use the image's own group, not root.",
        ]);
    }

    [Theory]
    [InlineData("/a/b/c/d", true)]
    [InlineData("/a/b/c/d/e", false)]
    [InlineData("/data/", false)]
    [InlineData("/data/../etc", false)]
    [InlineData("/data*", false)]
    public void A_directory_is_what_EFS_takes(string directory, bool right)
    {
        var problems = (Point with { RootDirectory = directory }).Problems("data").Select(problem => problem.ToString());
        problems.ShouldBe(right ? [] :
        [
            $"data.rootDirectory: '{directory}'. Allowed: 1 to 4 directories, 100 characters, none of $#<>;`|&?{{}}^*. " +
            "Shorten the path, and write it without a / at its end.",
        ]);
    }

    [Fact]
    public void A_directory_has_at_most_100_characters()
    {
        (Point with { RootDirectory = $"/{new string('a', 99)}" }).Problems("data").ShouldBeEmpty();
        (Point with { RootDirectory = $"/{new string('a', 100)}" }).Problems("data").Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("0750", true)]
    [InlineData("2770", true)]
    [InlineData("77", false)]
    [InlineData("888", false)]
    public void Permissions_are_octal(string permissions, bool right) =>
        (Point with { Permissions = permissions }).Problems("data").Any().ShouldBe(!right);
}
