#include <cblas.h>

// LAPACK, which OpenBLAS contains. Its header is a package of its own on some systems, so what is used is declared here.
// Matrices lie column after column; `info` is 0 where all went well. (LAPACK Users' Guide, 3rd edition.)

/// Solves a·x = b by LU factorization.
void dgesv_(const int *n, const int *columns, double *a, const int *lda, int *pivots, double *b, const int *ldb,
            int *info);
/// LU factorization.
void dgetrf_(const int *m, const int *n, double *a, const int *lda, int *pivots, int *info);
/// Cholesky factorization.
void dpotrf_(const char *triangle, const int *n, double *a, const int *lda, int *info);
/// Eigenvalues and eigenvectors of a symmetric matrix, by divide and conquer.
void dsyevd_(const char *job, const char *triangle, const int *n, double *a, const int *lda, double *values,
             double *work, const int *workSize, int *integerWork, const int *integerWorkSize, int *info);
/// Singular value decomposition, by divide and conquer.
void dgesdd_(const char *job, const int *m, const int *n, double *a, const int *lda, double *values, double *u,
             const int *ldu, double *vt, const int *ldvt, double *work, const int *workSize, int *integerWork,
             int *info);
